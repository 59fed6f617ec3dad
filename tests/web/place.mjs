/** Asks the server directly, as the page's answers are compared with. */
export async function ask(url, path, parameters = {}) {
    const query = new URLSearchParams(parameters);
    const response = await fetch(`${url}${path}?${query}`, { headers: { 'Accept-Language': 'zh-CN' } });
    return { status: response.status, body: await response.json() };
}

const Steps = 12;

/**
 * A point of the loaded map from which a clinic and a responder can be walked to, looked for on a lattice over the
 * map's bounds from the middle outwards: the test knows no data set by heart.
 */
export async function findPlace(url, bounds) {
    const [west, south, east, north] = bounds;
    const candidates = [];
    for (let i = 0; i <= Steps; i++) {
        for (let j = 0; j <= Steps; j++) {
            const x = i / Steps;
            const y = j / Steps;
            candidates.push({
                lon: west + (east - west) * x,
                lat: south + (north - south) * y,
                off: Math.hypot(x - 0.5, y - 0.5),
            });
        }
    }

    candidates.sort((a, b) => a.off - b.off);
    for (const { lon, lat } of candidates) {
        const at = { lon: lon.toFixed(6), lat: lat.toFixed(6) };
        const points = await ask(url, '/api/v1/nearest/service-points', {
            ...at,
            function: 'medical',
            k: 5,
            maxMinutes: 15,
        });
        const responders = await ask(url, '/api/v1/nearest/responders', { ...at, k: 5, maxMinutes: 30 });
        if (points.body.results?.length > 0 && responders.body.results?.length > 0) {
            return at;
        }
    }

    throw new Error('No point of the map has both a clinic within 15 minutes and a responder within 30.');
}
