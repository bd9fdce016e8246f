import { readFileSync } from 'node:fs'
import { marked } from 'marked'

/** `docs/admin.md` as a page of its own: it goes into the package, so that whoever has the extension can read and save it. */
export function adminPage(): string {
  const text = readFileSync(new URL('../docs/admin.md', import.meta.url), 'utf8')
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Leadside for admins</title>
<style>${style}</style>
<main>
${marked.parse(text, { async: false })}</main>
</html>
`
}

const style = `
body{margin:0;font:16px/1.55 system-ui,sans-serif;color:#13211f;background:#fff;color-scheme:light dark}
main{max-width:62rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2{line-height:1.2}
h2{margin-top:2.2em}
table{border-collapse:collapse;width:100%;margin:1em 0}
th,td{border:1px solid #8887;padding:.35em .6em;text-align:start;vertical-align:top}
th{background:#8881}
code{font-size:.9em;background:#8882;border-radius:4px;padding:.1em .3em}
pre{overflow-x:auto;background:#8882;border-radius:8px;padding:.9em}
pre code{background:none;padding:0}
@media (max-width:40rem){table{display:block;overflow-x:auto}}
@media (prefers-color-scheme:dark){body{color:#e6eeec;background:#101817}a{color:#7fd8cb}}
`
