/** Who is in a family and what it uses, as the fields of a form say it. */
export {
	bands,
	devices,
	fields,
	getRefusal,
	most,
	networks,
	parseFamilyFields,
	services,
	toFamilyFields,
	type Family,
} from './family.ts'
