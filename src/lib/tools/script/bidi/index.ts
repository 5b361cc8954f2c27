/**
 * Numbers that stay the way they are read: isolation of digit runs in right-to-left text
 * (Unicode bidirectional algorithm, https://www.unicode.org/reports/tr9/).
 */
export { hasBareNumberRun, isolateNumbers, isolateNumbersInHtml, stripControls } from './bidi.ts'
