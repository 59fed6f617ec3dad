/*
 * Opens the console of a running server in a real Chromium and clicks it. What the page says is compared with what the
 * server answers to the same question.
 *
 * NEIGHBOR_URL   the running server, for example http://127.0.0.1:5080
 * CHROMIUM       the browser, /usr/bin/chromium if not set
 * SCREENSHOTS    a folder; where it is set, every check leaves its last picture there
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clickCentre, coloursOf, mapReady, openBrowser, pixelsOf } from './browser.mjs';
import { ask, findPlace } from './place.mjs';

const url = (process.env.NEIGHBOR_URL ?? '').replace(/\/$/, '');
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (url === '' || !existsSync(chromium)) {
    console.error(
        url === ''
            ? 'NEIGHBOR_URL is not set: it names the running server.'
            : `There is no browser at ${chromium}; CHROMIUM names another.`,
    );
    process.exit(2);
}

const Water = [0xb4, 0xd6, 0xe4];
const Building = [0xdc, 0xd4, 0xc6];
const ShareColours = [
    [0xcd, 0x6f, 0x45],
    [0xec, 0xb4, 0x8a],
    [0xf6, 0xea, 0xd0],
    [0xb9, 0xd8, 0xe6],
    [0x74, 0xab, 0xce],
];
const WalkBlue = [0x14, 0x57, 0xc4];

const { body: catalogue } = await ask(url, '/api/v1/catalogue');
assert.ok(catalogue.bounds, 'The map of the server is empty; load the sample county first.');
const at = await findPlace(url, catalogue.bounds);
const place = `c=${at.lon},${at.lat}`;
const { browser, context, complaints, open } = await openBrowser(url);

const checks = [];
function check(name, body) {
    const entry = { name, body, hash: '' };
    checks.push(entry);
    return entry;
}

check('the map draws the county on the first visit', async (page) => {
    await page.waitForFunction(() => Number(document.getElementById('map')?.dataset.features ?? 0) > 50);
    await mapReady(page);
    assert.ok((await coloursOf(page)) > 20, 'The map shows next to no colours.');
    assert.match(page.url(), /#.*c=.*&z=.*&mode=layers.*lang=zh/);
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
}).hash = '';

check(
    'close to, it draws buildings, and a layer can be switched off and stays off in the link',
    async (page) => {
        const before = await pixelsOf(page, Building, 2);
        assert.ok(before > 300, `Only ${before} pixels look like buildings.`);
        await page.locator('input[data-layer="buildings"]').uncheck();
        await page.waitForTimeout(300);
        await mapReady(page);
        assert.ok((await pixelsOf(page, Building, 2)) < before / 4, 'Buildings are still drawn.');
        await page.waitForURL(/toggled=buildings/);
        await page.reload();
        await mapReady(page);
        assert.ok(
            !(await page.locator('input[data-layer="buildings"]').isChecked()),
            'The link forgot the layer.',
        );
    },
).hash = `${place}&z=16&mode=layers`;

check('a click says what a point belongs to, in the words of the server', async (page) => {
    await clickCentre(page);
    const { body: located } = await ask(url, '/api/v1/locate', at);
    const facts = page.locator('[data-answer="locate"] .facts');
    await facts.waitFor();
    const words = await facts.innerText();
    for (const area of located.areas) {
        assert.ok(
            words.includes(area.name) && words.includes(area.code),
            `${area.name} is missing from: ${words}`,
        );
    }

    for (const unit of [located.grid, located.microGrid, located.compound, located.building]) {
        assert.ok(unit === null || words.includes(unit.code), `${unit?.code} is missing from: ${words}`);
    }

    await page.waitForURL(/at=/);
}).hash = `${place}&z=17&mode=locate`;

check('a click lists the nearest service points in walking order and draws the walk', async (page) => {
    const before = await pixelsOf(page, WalkBlue);
    await clickCentre(page);
    await page.locator('[data-answer="points"] .result').first().waitFor();
    const { body: nearest } = await ask(url, '/api/v1/nearest/service-points', {
        ...at,
        function: 'medical',
        k: 5,
        maxMinutes: 15,
        pace: 'planning',
    });
    const names = await page.locator('[data-answer="points"] .result .name').allInnerTexts();
    assert.deepEqual(
        names,
        nearest.results.map((each) => each.name),
    );
    await mapReady(page);
    await page.waitForTimeout(600);
    assert.ok((await pixelsOf(page, WalkBlue)) > before + 40, 'No walk is drawn.');
}).hash = `${place}&z=16&mode=points&function=medical&minutes=15`;

check('another choice asks again by itself', async (page) => {
    const list = page.locator('[data-answer="points"] .result');
    await list.first().waitFor();
    await page.locator('select[data-field="k"]').selectOption('1');
    await page.waitForFunction(
        () => document.querySelectorAll('[data-answer="points"] .result').length === 1,
    );
    await page.waitForURL(/k=1/);
}).hash = `${place}&z=16&mode=points&function=medical&at=${at.lon},${at.lat}`;

check('a click lists the nearest responders', async (page) => {
    await clickCentre(page);
    await page.locator('[data-answer="responders"] .result').first().waitFor();
    const { body: nearest } = await ask(url, '/api/v1/nearest/responders', {
        ...at,
        k: 5,
        maxMinutes: 30,
        pace: 'adult',
    });
    assert.equal(await page.locator('[data-answer=\"responders\"] .result').count(), nearest.results.length);
}).hash = `${place}&z=16&mode=responders`;

check('a click draws three nested isochrones', async (page) => {
    const before = await page.screenshot();
    await clickCentre(page);
    await page.locator('[data-answer="isochrone"] .swatches li').first().waitFor();
    const minutes = await page.locator('[data-answer="isochrone"] .swatches .name').allInnerTexts();
    assert.deepEqual(minutes, ['5 分钟', '10 分钟', '15 分钟']);
    await page.waitForTimeout(800);
    assert.ok((await pixelsOf(page, [0x0b, 0x4a, 0x6b], 12)) > 100, 'The inner edge is not drawn.');
    assert.ok(!before.equals(await page.screenshot()));
}).hash = `${place}&z=15&mode=isochrone`;

check('the keyboard asks about the middle of the map', async (page) => {
    await page.locator('#map').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-answer="locate"] .facts').waitFor();
}).hash = `${place}&z=17&mode=locate`;

check('coverage colours the grids, and its figures are those of the server', async (page) => {
    await page.locator('[data-table="coverage"] tbody tr').first().waitFor();
    await mapReady(page);
    const county = catalogue.areas
        .filter((area) => area.level === 'county')
        .sort((a, b) => (a.code < b.code ? -1 : 1))[0];
    const { body: report } = await ask(url, '/api/v1/coverage', {
        area: county.code,
        function: 'medical',
        minutes: 15,
        pace: 'planning',
        by: 'grid',
    });
    const share = report.totals.residents.share;
    const shown = parseFloat(await page.locator('[data-headline="share"]').innerText());
    assert.ok(Math.abs(shown - share * 100) <= 0.1, `The page says ${shown}, the server ${share}.`);
    assert.equal(await page.locator('[data-table="coverage"] tbody tr').count(), report.rows.length);
    assert.equal(await page.locator('#map').getAttribute('data-choropleth'), 'grids');
    const painted = await Promise.all(ShareColours.map((colour) => pixelsOf(page, colour, 3)));
    assert.ok(
        painted.reduce((sum, count) => sum + count, 0) > 5_000,
        `The grids are not coloured: ${painted.join(', ')} pixels of the five classes.`,
    );
}).hash = 'mode=coverage&function=medical&minutes=15';

check('rows sort by a click on their head, and a click on a row shows its grid', async (page) => {
    const rows = page.locator('[data-table="coverage"] tbody tr');
    await rows.first().waitFor();
    await page.locator('[data-sort="total"]').click();
    const totals = (await page.locator('[data-table="coverage"] tbody td:nth-child(2)').allInnerTexts()).map(
        (text) => Number(text.replaceAll(',', '')),
    );
    assert.deepEqual(
        totals,
        [...totals].sort((a, b) => b - a),
    );
    const before = page.url();
    await rows.first().click();
    await page.waitForFunction((old) => location.href !== old, before);
    await mapReady(page);
    assert.equal(await rows.first().getAttribute('aria-selected'), 'true');
    const zoom = Number(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('z'));
    assert.ok(zoom >= 13, `The map stayed at zoom ${zoom}.`);
}).hash = 'mode=coverage&function=medical&minutes=15';

check('the same figures come as CSV', async (page) => {
    const link = page.locator('[data-action="csv"]');
    await link.waitFor();
    const response = await fetch(await link.evaluate((element) => element.href));
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /text\/csv/);
    const lines = (await response.text()).trim().split('\n').length;
    assert.ok(
        lines > (await page.locator('[data-table="coverage"] tbody tr').count()),
        `${lines} lines of CSV.`,
    );
}).hash = 'mode=coverage&function=medical&minutes=15';

check('one click switches the language of everything', async (page) => {
    await page.locator('[data-table="coverage"] tbody tr').first().waitFor();
    await page.locator('[data-action="language"]').click();
    await page.locator('h2', { hasText: 'Service coverage' }).waitFor();
    await page.locator('[data-table="coverage"] tbody tr').first().waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.waitForURL(/lang=en/);
    const frame = await page.locator('.rail').innerText();
    assert.doesNotMatch(frame.replace('中文', ''), /\p{Script=Han}/u);
}).hash = 'mode=coverage&function=medical&minutes=15';

const [west, south] = catalogue.bounds;
check('a point far from every way is refused in readable words', async (page) => {
    await clickCentre(page);
    const problem = page.locator('[data-answer="points"] [data-problem]');
    await problem.waitFor();
    assert.notEqual(await problem.getAttribute('data-problem'), 'unreachable');
    const words = await problem.innerText();
    assert.match(words, /\p{Script=Han}{6,}/u);
    assert.equal(await problem.getAttribute('role'), 'alert');
}).hash = `c=${(west - 0.3).toFixed(5)},${(south - 0.3).toFixed(5)}&z=14&mode=points`;

check('a value the server refuses is named with its field', async (page) => {
    const problem = page.locator('[data-answer="points"] [data-problem="invalid-request"]');
    await problem.waitFor();
    assert.match(await problem.innerText(), /teahouse/);
}).hash = `${place}&z=16&mode=points&function=teahouse&at=${at.lon},${at.lat}`;

check('without the server the page says so, and recovers by itself', async (page) => {
    await page.locator('[data-answer="locate"] .message').waitFor();
    await context.setOffline(true);
    await clickCentre(page);
    await page.locator('.banner[data-tone="fault"]:not([hidden])').waitFor();
    await page.locator('[data-problem="unreachable"]').waitFor();
    await context.setOffline(false);
    await page.locator('[data-answer="locate"] .facts').waitFor();
    await page.locator('.banner').waitFor({ state: 'hidden' });
}).hash = `${place}&z=17&mode=locate`;

check('every control has a name, and nothing is wider than a tablet', async (page) => {
    await page.locator('.switches input').first().waitFor();
    const nameless = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, input, a, [role="application"]')]
            .filter(
                (element) =>
                    (element.getAttribute('aria-label') ?? '') === '' &&
                    (element.textContent ?? '').trim() === '' &&
                    (element.labels?.length ?? 0) === 0,
            )
            .map((element) => element.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(nameless, []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
}).hash = `${place}&z=15&mode=layers`;
checks.at(-1).size = { width: 820, height: 1180 };

let failed = 0;
for (const { name, body, hash, size } of checks) {
    let page = null;
    try {
        page = await open(hash, { size });
        await body(page);
        console.log(`ok      ${name}`);
    } catch (error) {
        failed++;
        console.log(
            `FAILED  ${name}\n        ${String(error.stack ?? error).replaceAll('\n', '\n        ')}`,
        );
    } finally {
        await context.setOffline(false);
        if (process.env.SCREENSHOTS) {
            await page?.screenshot({ path: join(process.env.SCREENSHOTS, `${name.slice(0, 60)}.png`) });
        }

        await page?.close();
    }
}

if (complaints.length > 0) {
    failed++;
    console.log(`FAILED  the page has nothing to complain about\n        ${complaints.join('\n        ')}`);
} else {
    console.log('ok      the page has nothing to complain about');
}

await browser.close();
console.log(`${checks.length + 1 - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
