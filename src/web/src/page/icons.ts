import type { DeskKey } from '../state/pageState.ts';
import { imageAddress } from '../map/icons.ts';

const Strokes: Readonly<Record<DeskKey, string>> = {
  layers: '<path d="M12 3.5 21 8l-9 4.5L3 8zM3 12l9 4.5L21 12M3 16l9 4.5L21 16"/>',
  locate: '<path d="M12 21c-4-5-7-8.2-7-12a7 7 0 0 1 14 0c0 3.8-3 7-7 12z"/><circle cx="12" cy="9" r="2.6"/>',
  points: '<path d="M4 11 12 4l8 7M6.5 9.5V20h11V9.5M12 11.5v5M9.5 14h5"/>',
  responders:
    '<circle cx="9" cy="7.5" r="3.2"/><path d="M3 20c0-4 2.5-6.5 6-6.5s6 2.5 6 6.5M16 4.8a3.2 3.2 0 0 1 0 5.5M17 13.8c2.5.6 4 2.8 4 6.2"/>',
  isochrone:
    '<circle cx="12" cy="12" r="2"/><path d="M12 6.5c4 0 6 2.3 5.5 6s-3 5.2-6 4.8-5-2.8-4.8-5.8 2.3-5 5.3-5z"/><path d="M11 2.8c6-.5 10 3 10.2 8.7.2 6-3.2 9.7-8.7 9.7-6 0-9.8-3.2-9.7-8.9C2.9 6.5 6 3.2 11 2.8z"/>',
  coverage: '<path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4z"/><path d="M13.5 16.5l2.5 2.7 4.5-5"/>',
};

/** The sign of a desk, drawn in one colour. */
export function deskSign(desk: DeskKey, colour: string): string {
  return imageAddress(
    `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${Strokes[desk]}</svg>`,
  );
}
