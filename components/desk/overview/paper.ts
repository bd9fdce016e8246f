/** A page whose cards stand in two columns on paper, none of them cut in two. */
export const onPaper = 'print:block print:columns-2 print:gap-2 print:[&>*]:mb-2 print:[&>*]:break-inside-avoid print:[&_section]:p-2 print:[&_h2]:text-base print:[&_section>div:first-child]:pb-1'

/** What goes across both columns there. */
export const acrossPaper = 'print:mt-2 print:[column-span:all]'
