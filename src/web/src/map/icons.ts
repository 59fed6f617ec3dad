/** The glyph of each kind of service point, drawn on 24 by 24 with round strokes; see the design sheet. */
const Glyphs: Readonly<Record<string, string>> = {
  other: '<path d="M12 4.6l2.1 4.9 5.3.4-4 3.5 1.2 5.2L12 15.8l-4.6 2.8 1.2-5.2-4-3.5 5.3-.4z"/>',
  centerSite:
    '<path d="M3.5 11.2 12 4l8.5 7.2M6 10v10h12V10"/><path class="f" d="M12 17.6c-2.7-1.9-3.7-3.1-3.7-4.4a1.85 1.85 0 0 1 3.7-.5 1.85 1.85 0 0 1 3.7.5c0 1.3-1 2.5-3.7 4.4z"/>',
  kindergarten: '<path d="M4 13h7v7H4zM13 13h7v7h-7zM8.5 4.5h7v7h-7z"/>',
  school:
    '<path d="M2.5 9.5 12 5l9.5 4.5L12 14zM6.5 11.8V16c0 1.4 2.5 2.6 5.5 2.6s5.5-1.2 5.5-2.6v-4.2M21.5 9.5v5"/>',
  policeRoom: '<path d="M12 3.5 19 6v5.5c0 4.4-2.9 7.4-7 9-4.1-1.6-7-4.6-7-9V6zM8.8 11.8l2.3 2.3 4.2-4.3"/>',
  clinic: '<path class="f" d="M9.5 4h5v5.5H20v5h-5.5V20h-5v-5.5H4v-5h5.5z"/>',
  hospital: '<path stroke-width="3" d="M7 4.5v15M17 4.5v15M7 12h10"/>',
  pharmacy:
    '<path d="M6.2 17.8a4.2 4.2 0 0 1 0-6l5.6-5.6a4.2 4.2 0 0 1 6 6l-5.6 5.6a4.2 4.2 0 0 1-6 0zM9 9l6 6"/>',
  elderCare:
    '<circle class="f" cx="10.5" cy="5" r="2.2"/><path d="M10.5 9v6.5L8 20.5M10.5 15.5l2.7 5M10.5 10.5l4.2 2.2M16 13.5c.2-2.4 3.5-2.3 3.5.2v6.8"/>',
  canteen:
    '<path d="M3.5 11.5h17c0 4.6-3.4 8-8.5 8s-8.5-3.4-8.5-8zM9 8.2c-1-1.4.8-2.3 0-4M14.5 8.2c-1-1.4.8-2.3 0-4"/>',
  market: '<path d="M4 10h16l-1.8 9.5H5.8zM8 10l3-5.5M16 10l-3-5.5M10 13v3.5M14 13v3.5"/>',
  station: '<path d="M6.5 21V4M6.5 4.8c4-2 7 2 11.5 0v8.5c-4.5 2-7.5-2-11.5 0"/>',
  lounge:
    '<path d="M5 9h11v5.5a4.5 4.5 0 0 1-4.5 4.5h-2A4.5 4.5 0 0 1 5 14.5zM16 10.5h1.8a2.4 2.4 0 0 1 0 4.8H16M8.5 6V4M12.5 6V4"/>',
  library:
    '<path d="M12 6.5C9.5 4.8 6.5 4.6 3.5 5v13c3-.4 6-.2 8.5 1.5 2.5-1.7 5.5-1.9 8.5-1.5V5c-3-.4-6-.2-8.5 1.5zM12 6.5v13"/>',
  serviceDesk: '<path d="M6 3.5h8.5l4 4v13H6zM9 14l2.2 2.2 4-4.2M9.2 8.5h3.3"/>',
  bankOrPost: '<path d="M3.5 6h17v12.5h-17zM3.5 6.8 12 13l8.5-6.2"/>',
  sportsGround:
    '<circle cx="12" cy="12" r="8"/><path d="M4 12h16M12 4v16M6.5 6.3c2.8 3 2.8 8.4 0 11.4M17.5 6.3c-2.8 3-2.8 8.4 0 11.4"/>',
  responder: '<circle class="f" cx="12" cy="7" r="3.2"/><path d="M5 20.5c0-4.3 2.8-7 7-7s7 2.7 7 7"/>',
};

const KindColours: Readonly<Record<string, string>> = {
  other: '#6b7280',
  centerSite: '#c2352b',
  station: '#c2352b',
  kindergarten: '#2f6db5',
  school: '#2f6db5',
  library: '#2f6db5',
  policeRoom: '#2b3f8c',
  clinic: '#0b8468',
  hospital: '#0b8468',
  pharmacy: '#0b8468',
  elderCare: '#86489b',
  canteen: '#c9661d',
  market: '#c9661d',
  lounge: '#4f7f23',
  sportsGround: '#4f7f23',
  serviceDesk: '#4a5f70',
  bankOrPost: '#4a5f70',
  responder: '#1457c4',
};

/** Every kind of service point, in the order of the legend. */
export const ServicePointKinds = [
  'centerSite',
  'station',
  'clinic',
  'hospital',
  'pharmacy',
  'elderCare',
  'kindergarten',
  'school',
  'library',
  'canteen',
  'market',
  'lounge',
  'sportsGround',
  'policeRoom',
  'serviceDesk',
  'bankOrPost',
  'other',
] as const;

export function kindColour(kind: string): string {
  return KindColours[kind] ?? KindColours['other'] ?? '#6b7280';
}

/**
 * A round badge of 28 by 28. What is open is full; planned is a dashed ring, in building a half-full one, closed is
 * grey and struck through: the state is read from the shape, not from the colour alone.
 */
export function badge(kind: string, status = 'open'): string {
  const colour = status === 'closed' ? '#8b9095' : kindColour(kind);
  const full = status === 'open' || status === 'closed';
  const glyph = Glyphs[kind] ?? Glyphs['other'] ?? '';
  const disc = full
    ? `<circle cx="14" cy="14" r="12" fill="${colour}" stroke="#fff" stroke-width="1.8"/>`
    : `<circle cx="14" cy="14" r="13" fill="#fff"/>` +
      (status === 'building'
        ? `<path d="M2.5 14a11.5 11.5 0 0 0 23 0z" fill="${colour}" opacity="0.25"/>`
        : '') +
      `<circle cx="14" cy="14" r="11.5" fill="none" stroke="${colour}" stroke-width="1.8" stroke-dasharray="${
        status === 'planned' ? '3.4 2.6' : 'none'
      }"/>`;
  const ink = full ? '#fff' : colour;
  const strike =
    status === 'closed'
      ? '<path d="M5.5 22.5 22.5 5.5" stroke="#fff" stroke-width="4"/><path d="M5.5 22.5 22.5 5.5" stroke="#5c6166" stroke-width="1.8"/>'
      : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28" viewBox="0 0 28 28">` +
    `<style>.f{fill:${ink};stroke:none}</style>${disc}` +
    `<g transform="translate(6.3 6.3) scale(0.64)" fill="none" stroke="${ink}" stroke-width="2.3" stroke-linecap="round" stroke-linejoin="round">${glyph}</g>` +
    `${strike}</svg>`
  );
}

/** The symbol of a gate, 14 by 14: each rule has its own shape and its own colour. */
export function gateSymbol(access: string): string {
  const shapes: Readonly<Record<string, string>> = {
    open: '<circle cx="7" cy="7" r="4.6" fill="#fff" stroke="#1a8a4c" stroke-width="2.4"/>',
    residentsOnly: '<path d="M7 1.3 12.7 7 7 12.7 1.3 7z" fill="#e0991f" stroke="#fff" stroke-width="1.2"/>',
    staffedVisitors:
      '<rect x="2" y="2" width="10" height="10" rx="1.5" fill="#2f6db5" stroke="#fff" stroke-width="1.2"/><path d="M7 4.6v4.8M4.6 7h4.8" stroke="#fff" stroke-width="1.5"/>',
    closed:
      '<circle cx="7" cy="7" r="5.6" fill="#b02a1a" stroke="#fff" stroke-width="1.2"/><path d="M4 7h6" stroke="#fff" stroke-width="2"/>',
    emergencyOnly:
      '<path d="M7 1.4 13 12H1z" fill="#c9461d" stroke="#fff" stroke-width="1.2" stroke-linejoin="round"/>',
  };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="14" height="14" viewBox="0 0 14 14">` +
    `${shapes[access] ?? shapes['residentsOnly'] ?? ''}</svg>`
  );
}

/** Every rule a gate can have, in the order of the legend. */
export const GateRules = ['open', 'residentsOnly', 'staffedVisitors', 'closed', 'emergencyOnly'] as const;

/** The pin at the point that was asked about, 30 by 40, its tip at the middle of the lower edge. */
export function originPin(colour: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="40" viewBox="0 0 30 40">` +
    `<path d="M15 39C10 31 3 24 3 14.5a12 12 0 0 1 24 0C27 24 20 31 15 39z" fill="${colour}" stroke="#fff" stroke-width="2"/>` +
    `<circle cx="15" cy="14.5" r="4.6" fill="#fff"/></svg>`
  );
}

/** A numbered disc at the end of a walk. */
export function rankDisc(rank: number, colour: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="26" height="26" viewBox="0 0 26 26">` +
    `<circle cx="13" cy="13" r="11" fill="${colour}" stroke="#fff" stroke-width="2.2"/>` +
    `<text x="13" y="17.4" text-anchor="middle" font-family="Arial, sans-serif" font-weight="700" font-size="12.5" fill="#fff">${rank}</text></svg>`
  );
}

/** An SVG text as an address for images. */
export function imageAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
