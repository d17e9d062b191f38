/** The banner's looks. Every colour is a `--passant-…` variable that the page may set; both answers share one rule. */

export const CSS = `
:host{all:initial;color-scheme:light dark;
--b:var(--passant-background,#fffdf9);--t:var(--passant-text,#1c2b2a);--m:var(--passant-muted,#4d5f5d);--l:var(--passant-border,#d9d5cb);
--a:var(--passant-accent,#12564e);--o:var(--passant-accent-text,#fff);--r:var(--passant-radius,14px)}
@media(prefers-color-scheme:dark){:host(:not([data-theme=light])){
--b:var(--passant-background,#17211f);--t:var(--passant-text,#eef3f0);--m:var(--passant-muted,#b3c2be);--l:var(--passant-border,#374743);
--a:var(--passant-accent,#8fd6c6);--o:var(--passant-accent-text,#0b2420)}}
:host([data-theme=dark]){
--b:var(--passant-background,#17211f);--t:var(--passant-text,#eef3f0);--m:var(--passant-muted,#b3c2be);--l:var(--passant-border,#374743);
--a:var(--passant-accent,#8fd6c6);--o:var(--passant-accent-text,#0b2420)}
*{box-sizing:border-box;margin:0;font:inherit;color:inherit}
.panel,.back{position:fixed;z-index:var(--passant-layer,2147483000);left:max(16px,env(safe-area-inset-left));bottom:max(16px,env(safe-area-inset-bottom));
background:var(--b);color:var(--t);border:1px solid var(--l);font:16px/1.5 var(--passant-font,system-ui,sans-serif)}
.panel{width:min(27rem,calc(100vw - 32px));max-height:calc(100vh - 32px);overflow:auto;padding:22px 24px 24px;border-radius:var(--r);
box-shadow:0 1px 2px #0002,0 18px 48px -12px #0006}
h2{font-size:1.2em;line-height:1.3;font-weight:650;padding-right:40px;text-wrap:balance}
p,details{margin-top:10px;font-size:.94em;color:var(--m)}
p[role]:empty{display:none}
p[role]{color:var(--t);font-weight:600}
summary{cursor:pointer;width:fit-content;color:var(--t);text-decoration:underline;text-decoration-color:var(--l);text-underline-offset:.25em}
ul{margin:8px 0 0;padding-left:1.2em}
a{display:inline-block;margin-top:10px;color:var(--t);font-size:.94em;text-underline-offset:.25em}
.answers{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin-top:18px}
button{cursor:pointer;border:0;background:none}
.answer{min-height:46px;padding:10px 12px;border-radius:calc(var(--r)*.6);background:var(--a);color:var(--o);font-weight:600}
.answer:hover{filter:brightness(1.12)}
.close{position:absolute;top:12px;right:12px;width:40px;height:40px;border-radius:50%;font-size:22px;line-height:1;color:var(--m)}
.close:hover{color:var(--t);background:var(--l)}
.back{display:flex;border-radius:99px;font-size:13px;overflow:hidden;color:var(--m);box-shadow:0 2px 10px -4px #0005}
.back button{padding:0 13px;min-height:32px}
.back button+button{border-left:1px solid var(--l)}
.back button:hover{color:var(--t);background:var(--l)}
:focus-visible{outline:3px solid var(--a);outline-offset:2px}
.back :focus-visible{outline-offset:-4px;border-radius:99px}
.panel:focus{outline:0}
@media(prefers-reduced-motion:no-preference){.panel{animation:in .25s ease-out}@keyframes in{from{opacity:0;transform:translateY(12px)}}}
@media print{:host{display:none}}
`;
