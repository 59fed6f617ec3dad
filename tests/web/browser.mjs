import { chromium } from 'playwright-core';

const WaitMs = 30_000;

/** Opens a Chromium that keeps everything the page complains about. */
export async function openBrowser(url) {
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox'],
    });
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const complaints = [];

    /** A fresh page at an address behind the `#`, once the map has drawn. */
    async function open(hash = '', { isReady = true, size } = {}) {
        const page = await context.newPage();
        page.setDefaultTimeout(WaitMs);
        if (size) {
            await page.setViewportSize(size);
        }

        page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
        page.on('console', (message) => {
            // The browser itself writes a line for every answer that is not 2xx; those answers are checked where they belong.
            if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
                complaints.push(message.text());
            }
        });
        await page.goto(`${url}/#${hash}`);
        if (isReady) {
            await mapReady(page);
        }

        return page;
    }

    return { browser, context, complaints, open };
}

/** Waits until the map has drawn all it asked for. */
export async function mapReady(page) {
    await page.waitForSelector('#map[data-ready="true"]', { timeout: WaitMs });
}

/** How many pixels of the map have about this colour. */
export function pixelsOf(page, [red, green, blue], tolerance = 6) {
    return page.evaluate(
        ([r, g, b, within]) => {
            let count = 0;
            for (const canvas of document.querySelectorAll('#map canvas')) {
                if (canvas.width === 0 || canvas.height === 0) {
                    continue;
                }

                const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                for (let i = 0; i < data.length; i += 4) {
                    if (
                        data[i + 3] > 128 &&
                        Math.abs(data[i] - r) <= within &&
                        Math.abs(data[i + 1] - g) <= within &&
                        Math.abs(data[i + 2] - b) <= within
                    ) {
                        count++;
                    }
                }
            }

            return count;
        },
        [red, green, blue, tolerance],
    );
}

/** How many different colours the map shows: an empty map shows one or none. */
export function coloursOf(page) {
    return page.evaluate(() => {
        const colours = new Set();
        for (const canvas of document.querySelectorAll('#map canvas')) {
            if (canvas.width > 0 && canvas.height > 0) {
                const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                for (let i = 0; i < data.length; i += 4) {
                    if (data[i + 3] > 0) {
                        colours.add((data[i] >> 3) | ((data[i + 1] >> 3) << 5) | ((data[i + 2] >> 3) << 10));
                    }
                }
            }
        }

        return colours.size;
    });
}

/** Clicks the middle of the map, which is where the address's `c` lies. */
export async function clickCentre(page) {
    const box = await page.locator('#map').boundingBox();
    await page.mouse.move(box.x + box.width / 2 - 6, box.y + box.height / 2 - 4);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
