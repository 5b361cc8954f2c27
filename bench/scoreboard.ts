/**
 * The scoreboard: processor time of a page, of the map and of a region as they go out from memory, and what each weighs compressed.
 * `node bench/scoreboard.ts`
 */
import { finish } from './support/figures.ts'
import { startProduct } from './support/product.ts'
import { measureServedPages } from './support/served-pages.ts'

const product = await startProduct()
try {
	await measureServedPages(product)
} finally {
	await product.stop()
}
finish()
