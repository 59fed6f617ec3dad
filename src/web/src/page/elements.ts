type Child = Node | string | null | false;

type Attributes<K extends keyof HTMLElementTagNameMap> = Readonly<
  Partial<Record<`aria-${string}` | `data-${string}` | 'role' | 'class' | 'for' | 'tabindex', string>>
> & {
  readonly on?: Partial<{ [E in keyof HTMLElementEventMap]: (event: HTMLElementEventMap[E]) => void }>;
  readonly props?: Partial<HTMLElementTagNameMap[K]>;
};

/** Makes an element with its attributes, properties, listeners and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes<K> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') {
      element.setAttribute(name, value);
    }
  }

  for (const [name, listener] of Object.entries(attributes.on ?? {})) {
    element.addEventListener(name, listener as EventListener);
  }

  Object.assign(element, attributes.props ?? {});
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** A picture that says nothing a screen reader should repeat. */
export function picture(address: string, size: number): HTMLImageElement {
  return h('img', { class: 'picture', props: { src: address, width: size, height: size, alt: '' } });
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

let lastId = 0;

export function freshId(prefix: string): string {
  lastId++;
  return `${prefix}-${lastId}`;
}

/** A labelled list to choose one thing from. */
export function choice(
  label: string,
  options: readonly Option[],
  value: string,
  name: string,
  onChange: (value: string) => void,
): HTMLElement {
  const id = freshId(name);
  const select = h(
    'select',
    {
      'data-field': name,
      props: { id },
      on: {
        change: () => {
          onChange(select.value);
        },
      },
    },
    ...options.map((option) => h('option', { props: { value: option.value } }, option.label)),
  );
  select.value = value;
  return h('div', { class: 'field' }, h('label', { for: id }, label), select);
}

/** A labelled row of buttons of which one is pressed. */
export function segments(
  label: string,
  options: readonly Option[],
  value: string,
  name: string,
  onChange: (value: string) => void,
  isLabelShown = true,
): HTMLElement {
  const id = freshId(name);
  const buttons = options.map((option) =>
    h(
      'button',
      {
        'aria-pressed': String(option.value === value),
        'data-value': option.value,
        props: { type: 'button' },
        on: {
          click: () => {
            for (const button of buttons) {
              button.setAttribute('aria-pressed', String(button.dataset['value'] === option.value));
            }

            onChange(option.value);
          },
        },
      },
      option.label,
    ),
  );
  return h(
    'div',
    { class: 'field', role: 'group', 'aria-labelledby': id, 'data-field': name },
    h('span', { class: isLabelShown ? 'label' : 'label hidden', props: { id } }, label),
    h('div', { class: 'segments' }, ...buttons),
  );
}
