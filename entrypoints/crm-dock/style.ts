/** Width of the strip that holds handle and buttons beside the frame, CSS pixels. */
export const rail = 24
/** Narrowest panel a person may drag to. */
export const narrowest = 320
/** A window without room for the narrowest panel and the strip has the panel alone: its own menu and Escape close it. */
const tight = narrowest + rail - 1
export const handleHeight = 88

/**
 * Nothing of ours lies over the frame. Until it shows the page's record it is hidden by opacity, not visibility: Chromium does not
 * draw an invisible frame, and shows its last picture, the person before, for a moment when it comes back.
 */
export const style = `
.dock{position:fixed;top:0;bottom:0;right:0;display:flex;pointer-events:none;color-scheme:light dark;font:13px/1.45 system-ui,sans-serif}
.dock.left{right:auto;left:0;flex-direction:row-reverse}
.rail{position:relative;width:${rail}px}
.open .rail,.body{pointer-events:auto;background:Canvas;color:CanvasText}
.open .rail{box-shadow:0 0 0 1px #8886,0 0 12px #0003}
.group{position:absolute;width:100%;pointer-events:auto}
button{all:unset;box-sizing:border-box;cursor:pointer;text-align:center}
.group button{display:block;width:100%;height:24px}
.group .handle{height:${handleHeight}px;line-height:${rail}px;writing-mode:vertical-rl;font-weight:600;background:#0b6b63;color:#fff;border-radius:8px 0 0 8px;touch-action:none}
.left .handle{border-radius:0 8px 8px 0}
.group button:hover{background:#084f49;color:#fff}
:focus-visible{outline:2px solid #56d3c2!important;outline-offset:-2px;box-shadow:inset 0 0 0 4px #03211d}
.dock:not(.open) :is(.move,.size,.body){display:none}
.size{position:absolute;top:0;bottom:0;left:-3px;width:6px;cursor:ew-resize;touch-action:none}
.left .size{left:auto;right:-3px}
.size:hover{background:#0b6b63}
.body{position:relative;width:var(--width);max-width:calc(100vw - ${rail}px)}
@media (max-width:${tight}px){.open .rail{display:none}.body{max-width:100vw}}
.body.stuck iframe{display:none}
iframe{display:block;width:100%;height:100%;border:0;opacity:0;pointer-events:none}
iframe.on{opacity:1;pointer-events:auto}
.note{padding:20px}
.note button{display:block;margin-top:12px;padding:6px 12px;border-radius:6px;background:#0b6b63;color:#fff}
.last{position:absolute;top:16px;right:${rail}px;width:240px;padding:12px 16px;border-radius:8px;background:#13211f;color:#fff;text-align:start;pointer-events:auto}
.left .last{right:auto;left:${rail}px}
`
