// A page that breaks whatever runs in it: a stand-in for pages with careless scripts of their own.
'use strict'

const refuse = () => {
  throw new Error('the page does not allow this')
}

Object.assign(Array.prototype, { extra: refuse })
Object.assign(Object.prototype, { inherited: 'polluted' })
Element.prototype.attachShadow = refuse
Node.prototype.getRootNode = refuse
JSON.parse = refuse
JSON.stringify = refuse
window.fetch = () => Promise.reject(new Error('the page does not allow this'))
window.URL.canParse = refuse
window.requestAnimationFrame = refuse
window.IntersectionObserver = undefined
Object.defineProperty(window, 'chrome', { value: null })
Object.defineProperty(window, 'navigation', { value: { addEventListener: refuse } })

const observer = new MutationObserver(refuse)
document.addEventListener('DOMContentLoaded', () => {
  observer.observe(document.querySelector('html'), { childList: true, subtree: true, attributes: true })
})
for (const kind of ['keydown', 'focusin', 'message', 'pointerdown']) {
  window.addEventListener(kind, (event) => event.stopImmediatePropagation(), true)
}
