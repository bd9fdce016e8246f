/** The dock's few rules. Nothing of ours lies over the frame, and it has no opacity, transform or filter. */
export const style = `
:host{color-scheme:light dark}
*{box-sizing:border-box;font:500 12px/1.3 system-ui,sans-serif}
.frame,.note{position:fixed;top:0;bottom:0;border:0;background:Canvas;color:CanvasText;height:100%;margin:0}
.note{padding:20px;display:flex;flex-direction:column;gap:12px;border-inline-start:1px solid #8888}
.tab{position:fixed;display:flex;flex-direction:column;width:22px;border-radius:6px;background:#0b6b63;box-shadow:0 1px 4px #0006;overflow:hidden}
.tab button{all:unset;box-sizing:border-box;width:22px;height:24px;display:grid;place-items:center;color:#fff;cursor:pointer;font:600 12px system-ui}
.tab .main{height:56px;touch-action:none}
.tab .more{display:none}
.tab:hover .more,.tab:focus-within .more{display:grid}
button:focus-visible,.edge:focus-visible{outline:2px solid #56d3c2;outline-offset:-2px}
.edge{position:fixed;top:0;bottom:0;width:6px;cursor:ew-resize;touch-action:none}
.edge:hover{background:#0b6b63}
.act{all:unset;cursor:pointer;padding:6px 10px;border-radius:6px;background:#0b6b63;color:#fff;align-self:flex-start}
.act:focus-visible{outline:2px solid;outline-offset:2px}
`
