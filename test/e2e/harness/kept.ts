/**
 * Code for an extension page that reads what the browser keeps for the extension, as text.
 * @param areas databases are always read; `session` also says which tab shows whom
 */
export const keptCode = (...areas: ('local' | 'session')[]) => `(async () => {
  const out = []
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done, fail) => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); open.onerror = () => fail(open.error) })
    for (const store of db.objectStoreNames) if (store !== 'keys') out.push(await new Promise((done) => { const all = db.transaction(store).objectStore(store).getAll(); all.onsuccess = () => done(all.result) }))
    db.close()
  }
  for (const area of ${JSON.stringify(areas)}) out.push(await (globalThis.browser ?? chrome).storage[area].get(null))
  return JSON.stringify(out)
})()`
