// SPDX-License-Identifier: MIT
import type { ComponentChildren, CSSProperties } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useSize } from './hooks';

export interface VirtualListProps {
  readonly count: number;
  /** Pixels; every row has this height. */
  readonly rowHeight: number;
  readonly label: string;
  readonly class?: string;
  /** `listbox` rows are options that can be chosen; `grid` rows hold cells; `log` rows are only read. */
  readonly kind: 'listbox' | 'grid' | 'log';
  readonly row: (index: number) => ComponentChildren;
  readonly rowKey?: (index: number) => string | number;
  readonly rowClass?: (index: number) => string;
  readonly rowStyle?: (index: number) => CSSProperties | undefined;
  readonly selectedIndex?: number;
  readonly onSelect?: (index: number) => void;
  /** Stay at the end as rows arrive, until the visitor scrolls up. */
  readonly stickToEnd?: boolean;
  /** Told when the list is or is no longer at its end. */
  readonly onAtEnd?: (atEnd: boolean) => void;
  readonly header?: ComponentChildren;
}

/** Rows drawn beyond what is visible, on each side. */
const OVERSCAN = 6;

/**
 * Draws only the rows in view, so that ten thousand cost no more than thirty. Keyboard: the list is one tab
 * stop; arrows, Home, End and Page keys move, Enter and Space choose.
 */
export function VirtualList(props: VirtualListProps) {
  const { count, rowHeight, kind, selectedIndex = -1, onSelect } = props;
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(0);
  const focusWanted = useRef(false);
  const atEnd = useRef(true);

  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const last = Math.min(count, Math.ceil((top + size.height) / rowHeight) + OVERSCAN);
  const current = Math.min(active, Math.max(0, count - 1));

  useLayoutEffect(() => {
    const element = box.current;
    if (element && props.stickToEnd === true && atEnd.current) element.scrollTop = element.scrollHeight;
  });

  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    box.current?.querySelector<HTMLElement>(`[data-row="${String(current)}"]`)?.focus({ preventScroll: true });
  });

  const reveal = (index: number): void => {
    const element = box.current;
    if (!element) return;
    const header = element.querySelector<HTMLElement>('.list-header')?.offsetHeight ?? 0;
    const from = index * rowHeight;
    if (from < element.scrollTop) element.scrollTop = from;
    else if (from + rowHeight + header > element.scrollTop + element.clientHeight) {
      element.scrollTop = from + rowHeight + header - element.clientHeight;
    }
  };

  const go = (index: number): void => {
    const to = Math.max(0, Math.min(count - 1, index));
    focusWanted.current = true;
    setActive(to);
    reveal(to);
    setTop(box.current?.scrollTop ?? 0);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (kind === 'log' || count === 0) return;
    const page = Math.max(1, Math.floor(size.height / rowHeight) - 1);
    switch (event.key) {
      case 'ArrowDown': go(current + 1); break;
      case 'ArrowUp': go(current - 1); break;
      case 'PageDown': go(current + page); break;
      case 'PageUp': go(current - page); break;
      case 'Home': go(0); break;
      case 'End': go(count - 1); break;
      case 'Enter':
      case ' ': onSelect?.(current); break;
      default: return;
    }
    event.preventDefault();
  };

  const onScroll = (): void => {
    const element = box.current;
    if (!element) return;
    setTop(element.scrollTop);
    const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - rowHeight / 2;
    if (isAtEnd !== atEnd.current) {
      atEnd.current = isAtEnd;
      props.onAtEnd?.(isAtEnd);
    }
  };

  const rowRole = kind === 'grid' ? 'row' : kind === 'listbox' ? 'option' : undefined;
  const rows: ComponentChildren[] = [];
  for (let index = first; index < last; index += 1) {
    rows.push(
      <div
        key={props.rowKey?.(index) ?? index}
        class={`list-row ${props.rowClass?.(index) ?? ''}`}
        style={{ ...props.rowStyle?.(index), height: `${String(rowHeight)}px`, transform: `translateY(${String(index * rowHeight)}px)` }}
        data-row={index}
        {...(rowRole && { role: rowRole, tabIndex: index === current ? 0 : -1, 'aria-selected': index === selectedIndex })}
        {...(kind === 'grid' && { 'aria-rowindex': index + 2 })}
        {...(kind === 'listbox' && { 'aria-posinset': index + 1, 'aria-setsize': count })}
        onClick={rowRole ? () => { setActive(index); onSelect?.(index); } : undefined}
      >
        {props.row(index)}
      </div>,
    );
  }

  return (
    <div
      ref={box}
      class={`virtual-list ${props.class ?? ''}`}
      role={kind}
      aria-label={props.label}
      aria-rowcount={kind === 'grid' ? count + 1 : undefined}
      aria-live={kind === 'log' ? 'off' : undefined}
      tabIndex={kind === 'log' ? 0 : undefined}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      {props.header}
      <div class="list-space" role={kind === 'grid' ? 'rowgroup' : 'presentation'} style={{ height: `${String(count * rowHeight)}px` }}>
        {rows}
      </div>
    </div>
  );
}
