/** Marks our one element in the page, so that a newer loader finds what an older one left. */
export const marker = 'data-leadside-dock'
