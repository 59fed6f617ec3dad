import type { LanguageKey } from '../state/pageState.ts';
import { en } from './en.ts';
import { zh, type TextKey } from './zh.ts';

export type { TextKey } from './zh.ts';

const Texts: Readonly<Record<LanguageKey, Readonly<Record<TextKey, string>>>> = { zh, en };

/** How the language is called in `lang` attributes and `Accept-Language`. */
export const LanguageTags: Readonly<Record<LanguageKey, string>> = { zh: 'zh-CN', en: 'en' };

/** One language's texts, numbers and quantities. */
export class Language {
  private readonly whole: Intl.NumberFormat;

  constructor(readonly key: LanguageKey) {
    this.whole = new Intl.NumberFormat(LanguageTags[key], { maximumFractionDigits: 0 });
  }

  get tag(): string {
    return LanguageTags[this.key];
  }

  /** The text with its `{names}` filled in; a name without a value stays visible. */
  text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
    return Texts[this.key][key].replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
  }

  /** The text of a key that is put together from data; the data's own word where there is none. */
  word(group: string, value: string): string {
    const key = `${group}.${value}`;
    return key in Texts[this.key] ? Texts[this.key][key as TextKey] : value;
  }

  /** A word of the server's catalogue in this language. */
  of(word: { readonly zh: string; readonly en: string }): string {
    return word[this.key];
  }

  count(n: number): string {
    return this.whole.format(n);
  }

  /** Metres below a kilometre, kilometres with one decimal above. */
  distance(metres: number): string {
    return metres < 999.5
      ? this.text('unit.metres', { n: this.count(metres) })
      : this.text('unit.kilometres', { n: (metres / 1000).toFixed(1) });
  }

  /** A walk: seconds below a minute, minutes and seconds below ten, whole minutes (rounded up) above. */
  duration(seconds: number): string {
    const rounded = Math.round(seconds);
    if (rounded < 60) {
      return this.text('unit.seconds', { n: rounded });
    }

    if (rounded >= 600 || rounded % 60 === 0) {
      return this.text('unit.minutes', { n: Math.ceil(rounded / 60) });
    }

    return this.text('unit.minutesSeconds', { m: Math.floor(rounded / 60), s: rounded % 60 });
  }

  /** A share of 0 to 1 in per cent. Only what is really all reads 100 %, only what is really none reads 0 %. */
  percent(share: number | null): string {
    if (share === null) {
      return '–';
    }

    const tenths = Math.round(share * 1000);
    const honest = share < 1 && tenths === 1000 ? 999 : share > 0 && tenths === 0 ? 1 : tenths;
    return `${(honest / 10).toFixed(1)}%`;
  }
}
