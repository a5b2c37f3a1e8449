// SPDX-License-Identifier: MIT
import type { ComponentChildren, VNode } from 'preact';

function icon(children: ComponentChildren, filled = false): () => VNode {
  return () => (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"
      fill={filled ? 'currentColor' : 'none'} stroke={filled ? 'none' : 'currentColor'}
      stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
      {children}
    </svg>
  );
}

export const RunIcon = icon(<path d="M4.5 2.9v10.2c0 .5.6.8 1 .5l7.6-5.1c.4-.2.4-.8 0-1L5.5 2.4c-.4-.3-1 0-1 .5Z" />, true);
export const StopIcon = icon(<rect x="3.5" y="3.5" width="9" height="9" rx="1.5" />, true);
export const PauseIcon = icon(<><rect x="3.75" y="3" width="3" height="10" rx="1" /><rect x="9.25" y="3" width="3" height="10" rx="1" /></>, true);
export const ResumeIcon = icon(<><rect x="2.5" y="3" width="2.25" height="10" rx="1" /><path d="M7 3.4v9.2c0 .5.6.8 1 .5l5.8-4.6c.3-.3.3-.7 0-1L8 2.9c-.4-.3-1 0-1 .5Z" /></>, true);
export const StepIcon = icon(<><path d="M2.5 10a5.5 5.5 0 0 1 9.6-3.6" /><path d="M12.6 3v3.6H9" /><circle cx="8" cy="12.4" r="1.4" fill="currentColor" stroke="none" /></>);
export const BookIcon = icon(<><path d="M8 4.2C6.6 3.2 4.7 2.9 2.3 3v9.4c2.4-.1 4.3.2 5.7 1.2 1.4-1 3.3-1.3 5.7-1.2V3C11.3 2.9 9.4 3.2 8 4.200Z" /><path d="M8 4.2v9.4" /></>);
export const ShareIcon = icon(<><path d="M6.7 9.3 9.3 6.7" /><path d="M7.4 4.500l1.3-1.300a2.9 2.9 0 0 1 4.1 4.100l-1.3 1.3" /><path d="M8.6 11.500l-1.3 1.300a2.9 2.9 0 0 1-4.1-4.100l1.3-1.3" /></>);
export const HelpIcon = icon(<><circle cx="8" cy="8" r="6" /><path d="M6.2 6.300a1.8 1.8 0 1 1 2.6 1.700c-.5.3-.8.6-.8 1.2" /><circle cx="8" cy="11.3" r=".8" fill="currentColor" stroke="none" /></>);
export const SunIcon = icon(<><circle cx="8" cy="8" r="2.8" /><path d="M8 1.500v1.200M8 13.300v1.200M1.5 8h1.200M13.3 8h1.200M3.4 3.400l.9.9M11.7 11.700l.9.9M12.6 3.400l-.9.9M4.3 11.700l-.9.9" /></>);
export const MoonIcon = icon(<path d="M13.3 9.600A5.8 5.8 0 0 1 6.4 2.700a5.8 5.8 0 1 0 6.9 6.900Z" />);
export const AutoIcon = icon(<><circle cx="8" cy="8" r="5.8" /><path d="M8 2.200a5.8 5.8 0 0 1 0 11.600Z" fill="currentColor" stroke="none" /></>);
export const LanguageIcon = icon(<><circle cx="8" cy="8" r="6" /><path d="M2 8h12M8 2c2 2 2.5 4 2.5 6s-.5 4-2.5 6c-2-2-2.5-4-2.5-6S6 4 8 2Z" /></>);
export const LayoutIcon = icon(<><rect x="2" y="3" width="12" height="10" rx="1.5" /><path d="M9 3v10M2 9h7" /></>);
export const CloseIcon = icon(<path d="M4 4l8 8M12 4l-8 8" />);
export const CopyIcon = icon(<><rect x="5.5" y="5.5" width="8" height="8" rx="1.5" /><path d="M10.5 3.500V3a1 1 0 0 0-1-1H3.500A1.5 1.5 0 0 0 2 3.500v6a1 1 0 0 0 1 1h.5" /></>);
export const TrashIcon = icon(<path d="M2.8 4.300h10.400M6.3 4.300V3a.8.8 0 0 1 .8-.8h1.800a.8.8 0 0 1 .8.8v1.300M4 4.300l.6 8.400a1 1 0 0 0 1 .9h4.800a1 1 0 0 0 1-.9l.6-8.4" />);
export const ClockIcon = icon(<><circle cx="8" cy="8" r="6" /><path d="M8 4.600V8l2.3 1.5" /></>);
export const PlusIcon = icon(<path d="M8 3.500v9M3.5 8h9" />);
export const MinusIcon = icon(<path d="M3.5 8h9" />);
export const FitIcon = icon(<path d="M2.5 3v10M13.5 3v10M5 8h6M6.5 6.2 4.7 8l1.8 1.800M9.5 6.2 11.3 8 9.5 9.8" />);
export const ResetIcon = icon(<><path d="M3 8a5 5 0 1 0 1.6-3.7" /><path d="M2.6 2.600v3h3" /></>);
export const InfoIcon = icon(<><circle cx="8" cy="8" r="6" /><path d="M8 7.300v3.5" /><circle cx="8" cy="5.1" r=".8" fill="currentColor" stroke="none" /></>);
export const CodeIcon = icon(<path d="M5.5 4.5 2 8l3.5 3.500M10.5 4.5 14 8l-3.5 3.5" />);
export const ConsoleIcon = icon(<><rect x="2" y="3" width="12" height="10" rx="1.5" /><path d="M4.5 6.2 6.3 8l-1.8 1.800M8 9.800h3" /></>);

/** The mark: a loop of three phases, one of them lit. */
export function LoopMark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" fill="none" stroke-width="3.2" stroke-linecap="round">
      <path d="M13.2 4.100A8 8 0 0 1 19.7 9.9" stroke="var(--ink-faint)" />
      <path d="M19.7 14.100A8 8 0 0 1 5.3 16.4" stroke="var(--accent)" />
      <path d="M4.1 12.600A8 8 0 0 1 8.9 4.6" stroke="var(--ink-faint)" />
      <circle cx="12" cy="12" r="2.2" fill="var(--accent)" />
    </svg>
  );
}
