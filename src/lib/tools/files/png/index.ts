/** Pictures set by Typst (https://typst.app/docs) and painted by resvg (https://github.com/linebender/resvg), as PNG. */
export { createPngMaker, PngFault, type PngMaker } from './png.ts'
