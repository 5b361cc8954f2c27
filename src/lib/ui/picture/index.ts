/** Pictures that speak without words: their names and what each means. Drawn by `Picture.svelte`. */
export { pictureNames, register, type PictureName } from './register.ts'
export { shapes } from './shapes.ts'
