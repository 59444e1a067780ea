const LIGHT = `--paper:#fcfcfb;--sunken:#f3f3f0;--tint:#e9efec;--ink:#17191b;--ink-2:#44494d;--ink-3:#5f656a;--rule:#dcdcd7;--rule-2:#83888c;
--hand:#0a6248;--machine:#5f656a;--support:#17589f;--oppose:#b03f0a;--conditional:#64105c;--neutral:#5f656a;--silent:#5f656a;--warn:#8a5a00;--error:#a8201a`;

const DARK = `--paper:#141618;--sunken:#1b1e20;--tint:#1a2723;--ink:#e9e9e5;--ink-2:#bfc3c4;--ink-3:#9aa0a3;--rule:#303437;--rule-2:#71777b;
--hand:#62c9a2;--machine:#9aa0a3;--support:#6aa6f0;--oppose:#f0915c;--conditional:#ffb8ec;--neutral:#a7adb0;--silent:#a7adb0;--warn:#e0b050;--error:#ff8d80`;

const PRINT = `--paper:#fff;--sunken:#fff;--tint:#fff;--ink:#000;--ink-2:#222;--ink-3:#444;--rule:#999;--rule-2:#555;
--hand:#064a36;--machine:#444;--support:#0f4582;--oppose:#8f3005;--conditional:#4c0a46;--neutral:#444;--silent:#444;--warn:#5f3e00;--error:#8a1510`;

/** Colours measured for contrast on paper, sunken and tint; sizes and spaces in 4 px steps. */
export const TOKENS = `:root{color-scheme:light;${LIGHT};
--serif:"Source Serif 4 Variable","Source Serif 4",Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Noto Serif",serif;
--sans:"Source Sans 3 Variable","Source Sans 3","Noto Sans",system-ui,-apple-system,"Segoe UI",sans-serif;
--code:"Source Code Pro",ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;${DARK}}}
@media print{:root{color-scheme:light;${PRINT}}}`;
