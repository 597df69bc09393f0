import type IntlMessageFormat from 'intl-messageformat';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** A text that keeps its own direction, whatever stands around it (Unicode, annex 9). */
export function isolated(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;
}

const LITERAL = 0;
const ARGUMENT = 1;

/** The message with everything that is put into it isolated; what only chooses between its words is not put into it. */
export function isolating(elements: Elements): Elements {
  return elements.flatMap((element): Elements => {
    if (element.type === ARGUMENT) return [literal(FIRST_STRONG_ISOLATE), element, literal(POP_ISOLATE)];
    if (!('options' in element)) return [element];
    const options = Object.entries(element.options).map(([choice, option]) => [
      choice,
      { ...option, value: isolating(option.value) },
    ]);
    return [{ ...element, options: Object.fromEntries(options) } as Elements[number]];
  });
}

function literal(value: string): Elements[number] {
  return { type: LITERAL, value };
}
