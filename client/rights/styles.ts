/** The component's looks: the colours of the banner, each behind a `--passant-…` variable that the page may set. */

const DARK = `--b:var(--passant-background,#17211f);--t:var(--passant-text,#eef3f0);--m:var(--passant-muted,#b3c2be);--l:var(--passant-border,#374743);
--a:var(--passant-accent,#8fd6c6);--o:var(--passant-accent-text,#0b2420);--g:var(--passant-mistake,#f4a995)`;

export const CSS = `
:host{display:block;color-scheme:light dark;
--b:var(--passant-background,#fffdf9);--t:var(--passant-text,#1c2b2a);--m:var(--passant-muted,#4d5f5d);--l:var(--passant-border,#d9d5cb);
--a:var(--passant-accent,#12564e);--o:var(--passant-accent-text,#fff);--g:var(--passant-mistake,#9c2f1f);--r:var(--passant-radius,14px)}
@media(prefers-color-scheme:dark){:host(:not([data-theme=light])){${DARK}}}
:host([data-theme=dark]){${DARK}}
*{box-sizing:border-box;margin:0;font:inherit;color:inherit}
section{display:grid;gap:1rem;padding:clamp(1.1rem,3.5vw,1.8rem);background:var(--b);color:var(--t);border:1px solid var(--l);border-radius:var(--r);
font:1rem/1.55 var(--passant-font,system-ui,sans-serif)}
h2{font-size:1.25em;font-weight:650;line-height:1.25}
p,li{color:var(--m);max-width:44rem}
[role=status]{color:var(--t);font-weight:600}
[role=status]:empty{display:none}
.actions{display:flex;flex-wrap:wrap;gap:.7rem}
button,summary{min-height:2.8rem;padding:.5rem 1.1rem;border:1.5px solid var(--a);border-radius:calc(var(--r)*.6);background:none;color:var(--a);font-weight:600;cursor:pointer}
summary{display:inline-flex;align-items:center;list-style:none}
summary::-webkit-details-marker{display:none}
.main{background:var(--a);color:var(--o)}
.grave{border-color:var(--g);color:var(--g)}
button:hover,summary:hover{filter:brightness(1.1)}
details[open]{flex-basis:100%}
details[open]>summary{display:none}
details div{margin-top:.7rem}
p+ul{margin-top:.6rem}
.object{display:grid;gap:.7rem;padding-top:1rem;border-top:1px solid var(--l);justify-items:start}
ul{padding-left:1.2rem;display:grid;gap:.3rem;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--a);outline-offset:2px}
`;
