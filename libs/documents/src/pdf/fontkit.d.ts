/** The part of it that is used: it comes without types. */
declare module 'fontkit' {
  export interface Font {
    /** Those that were met, by their number. */
    _glyphs: Record<number, unknown>;
  }

  /** Throws when the file is no font. */
  export function openSync(path: string): Font;
}
