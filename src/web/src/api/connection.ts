const FirstWaitMs = 2_000;
const LongestWaitMs = 15_000;

/** Whether the server answers. While it does not, asks again by itself, ever more seldom. */
export class Connection {
  private lost = false;
  private waitMs = FirstWaitMs;
  private readonly listeners: ((lost: boolean) => void)[] = [];

  constructor() {
    window.addEventListener('offline', () => {
      this.report(false);
    });
    window.addEventListener('online', () => {
      void this.probe();
    });
  }

  get isLost(): boolean {
    return this.lost;
  }

  onChange(listener: (lost: boolean) => void): void {
    this.listeners.push(listener);
  }

  /** Says how the last request went. */
  report(reached: boolean): void {
    if (reached === !this.lost) {
      return;
    }

    this.lost = !reached;
    this.waitMs = FirstWaitMs;
    for (const listener of this.listeners) {
      listener(this.lost);
    }

    if (this.lost) {
      this.waitAndProbe();
    }
  }

  /** Asks the server for a sign of life. */
  async probe(): Promise<void> {
    try {
      const response = await fetch('/health/live', { cache: 'no-store' });
      this.report(response.ok);
    } catch {
      this.report(false);
    }
  }

  private waitAndProbe(): void {
    window.setTimeout(() => {
      void this.probe().then(() => {
        if (this.lost) {
          this.waitMs = Math.min(this.waitMs * 1.5, LongestWaitMs);
          this.waitAndProbe();
        }
      });
    }, this.waitMs);
  }
}
