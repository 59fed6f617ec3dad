import type { Outcome } from '../api/outcome.ts';
import type { LonLat } from '../api/shapes.ts';
import { h } from '../page/elements.ts';
import type { Desk, DeskRoom } from '../page/desk.ts';
import { emptyMessage, problemMessage, runningMessage, unreachableMessage } from '../page/messages.ts';
import type { DeskKey, PageState } from '../state/pageState.ts';

/** A question about one point of the map. */
export interface Question<T> {
  readonly desk: Exclude<DeskKey, 'layers' | 'coverage'>;
  /** The form above the answer. */
  fields(room: DeskRoom): readonly HTMLElement[];
  /** Asks the server, with the state's choices. */
  request(room: DeskRoom, at: LonLat, signal: AbortSignal): Promise<Outcome<T>>;
  /** The answer in words. */
  card(room: DeskRoom, body: T, at: LonLat): HTMLElement;
  /** The answer on the map. */
  draw(room: DeskRoom, body: T, at: LonLat): void;
  /** Whether a change of the page's state changes the question. */
  dependsOn(state: PageState): readonly unknown[];
}

/** The desk of a question about a point: click, wait, read; every choice asks again. */
export class QuestionDesk<T> implements Desk {
  private answerPlace: HTMLElement | null = null;
  private outcome: Outcome<T> | null = null;
  private running: AbortController | null = null;

  constructor(
    private readonly room: DeskRoom,
    private readonly question: Question<T>,
  ) {}

  open(panel: HTMLElement): void {
    const { language } = this.room;
    this.answerPlace = h('div', {
      class: 'answer',
      'aria-live': 'polite',
      'data-answer': this.question.desk,
    });
    panel.replaceChildren(
      h('h2', {}, language.text(`title.${this.question.desk}`)),
      h('p', { class: 'lead' }, language.text(`lead.${this.question.desk}`)),
      h('div', { class: 'fields' }, ...this.question.fields(this.room)),
      h(
        'div',
        { class: 'actions' },
        h(
          'button',
          {
            class: 'plain',
            'data-action': 'centre',
            props: { type: 'button' },
            on: {
              click: () => {
                this.clicked(this.room.map.centre);
              },
            },
          },
          language.text('ask.centre'),
        ),
        h(
          'button',
          {
            class: 'plain',
            'data-action': 'clear',
            props: { type: 'button' },
            on: {
              click: () => {
                this.forget();
              },
            },
          },
          language.text('ask.clear'),
        ),
      ),
      this.answerPlace,
    );
    this.run();
  }

  close(): void {
    this.running?.abort();
    this.running = null;
    this.answerPlace = null;
    this.outcome = null;
    this.room.map.answers.clear();
  }

  clicked(at: LonLat): void {
    this.room.store.set({ at });
  }

  changed(state: PageState, before: PageState): void {
    const old = this.question.dependsOn(before);
    if (
      state.at !== before.at ||
      this.question.dependsOn(state).some((value, index) => value !== old[index])
    ) {
      this.run();
    }
  }

  reconnected(): void {
    if (this.outcome?.kind === 'unreachable') {
      this.run();
    }
  }

  private forget(): void {
    this.room.map.answers.clear();
    this.room.store.set({ at: null });
  }

  private run(): void {
    this.running?.abort();
    this.running = null;
    const { at } = this.room.store.current;
    if (at === null) {
      this.outcome = null;
      this.show(emptyMessage(this.room.language.text('ask.nothingYet')));
      return;
    }

    const running = new AbortController();
    this.running = running;
    this.room.map.answers.clear();
    this.room.map.answers.showOrigin(at);
    this.show(runningMessage(this.room.language));
    void this.question.request(this.room, at, running.signal).then((outcome) => {
      if (this.running === running && outcome.kind !== 'cancelled') {
        this.running = null;
        this.outcome = outcome;
        this.room.connection.report(outcome.kind !== 'unreachable');
        this.showOutcome(outcome, at);
      }
    });
  }

  private showOutcome(outcome: Outcome<T>, at: LonLat): void {
    const { language, map } = this.room;
    switch (outcome.kind) {
      case 'answer':
        this.question.draw(this.room, outcome.body, at);
        this.show(this.question.card(this.room, outcome.body, at));
        map.fitAnswer();
        break;
      case 'problem':
        this.show(problemMessage(outcome.problem, language));
        break;
      case 'unreachable':
        this.show(
          unreachableMessage(language, () => {
            this.run();
          }),
        );
        break;
      case 'cancelled':
        break;
    }
  }

  private show(content: HTMLElement): void {
    this.answerPlace?.replaceChildren(content);
  }
}
