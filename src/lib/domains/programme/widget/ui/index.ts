/** Files of the widget, as partners ask for them, and the lines that put them on their pages. */
export { showDoor } from './shown-door.ts'
export { makeBoardFrame, makeSnippets } from './snippets.ts'
export { makeWidgetPage } from './widget-page.ts'
export { makeWidgetScript } from './widget-script.ts'
