/** The few drawings of the interface; all decorative, so that their buttons carry the names. */
import type { ComponentChildren } from 'preact';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function SunIcon() {
  return (
    <Icon>
      <circle cx="10" cy="10" r="3.4" />
      <path d="M10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M4.3 15.7l1.2-1.2M14.5 5.5l1.2-1.2" />
    </Icon>
  );
}

export function MoonIcon() {
  return (
    <Icon>
      <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" />
    </Icon>
  );
}

export function PersonIcon() {
  return (
    <Icon>
      <circle cx="10" cy="6.8" r="3.2" />
      <path d="M3.8 17c.6-3.2 3-5 6.2-5s5.6 1.8 6.2 5" />
    </Icon>
  );
}

export function ChevronIcon() {
  return (
    <Icon>
      <path d="m6 8 4 4 4-4" />
    </Icon>
  );
}

export function ArrowIcon({ isBack }: { isBack: boolean }) {
  return (
    <Icon>
      <path d={isBack ? 'm12 5-5 5 5 5' : 'm8 5 5 5-5 5'} />
    </Icon>
  );
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M10 4.5v11M4.5 10h11" />
    </Icon>
  );
}

export function ShareIcon() {
  return (
    <Icon>
      <path d="M10 12.5V3.2M6.6 6.2 10 2.8l3.4 3.4M5.5 9.5H4v7.7h12V9.5h-1.5" />
    </Icon>
  );
}

/** Left out. */
export function ExcludeIcon() {
  return (
    <Icon>
      <circle cx="10" cy="10" r="6.2" />
      <path d="m5.8 14.2 8.4-8.4" />
    </Icon>
  );
}

export function UpIcon() {
  return (
    <Icon>
      <path d="M10 16V4m-5 5 5-5 5 5" />
    </Icon>
  );
}

export function DownIcon() {
  return (
    <Icon>
      <path d="M10 4v12m-5-5 5 5 5-5" />
    </Icon>
  );
}

export function CrossIcon() {
  return (
    <Icon>
      <path d="m6 6 8 8M14 6l-8 8" />
    </Icon>
  );
}

export function QuestionIcon() {
  return (
    <Icon>
      <circle cx="10" cy="10" r="7.2" />
      <path d="M7.9 8.1a2.1 2.1 0 1 1 3.1 1.9c-.7.4-1 .8-1 1.5M10 13.6v.1" />
    </Icon>
  );
}

/** People passing by; the one whom we may know is filled in. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="8" />
      <path class="mark-line" d="M8 23v-4.5M13.3 23v-9M18.7 23v-6" />
      <circle class="mark-head" cx="24" cy="11" r="2.4" />
      <path class="mark-body" d="M24 23v-6.5" />
    </svg>
  );
}

export function DotsIcon() {
  return (
    <Icon>
      <path d="M5 10h.01M10 10h.01M15 10h.01" stroke-width="2.4" />
    </Icon>
  );
}
