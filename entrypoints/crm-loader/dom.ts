// The page's document, whatever the page calls its elements: a form or image named like one of them hides `document`'s properties
// even from content scripts; the prototype's it cannot hide.
const native = <K extends keyof Document>(key: K): Document[K] => Reflect.get(Document.prototype, key, document)

export const root = (): HTMLElement => native('documentElement')
export const isHidden = (): boolean => native('visibilityState') === 'hidden'
export const all = (selector: string): NodeListOf<Element> => native('querySelectorAll').call(document, selector)
/** Elements at a point, topmost first. */
export const at = (x: number, y: number): Element[] => native('elementsFromPoint').call(document, x, y)
export const create = <K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] => native('createElement').call(document, tag) as HTMLElementTagNameMap[K]
