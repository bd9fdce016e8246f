/** A page whose cards stand in two columns on paper, none of them cut in two. */
export const onPaper = 'print:block print:columns-2 print:gap-2.5 print:[&>*]:mb-2.5 print:[&>*]:break-inside-avoid print:[&_section]:p-2.5 print:[&_h2]:text-base'

/** What goes across both columns there. */
export const acrossPaper = 'print:[column-span:all]'
