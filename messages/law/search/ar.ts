/** Words of the search over the law, in Arabic: the list that every language answers. */
export const search = {
	'law.search.empty': 'نكتب رقما كما نعرفه، أو ما وقع كما نتكلم. كل طريقة في الكتابة مفهومة.',
	'law.search.exact': 'النص المطلوب',
	'law.search.missing': 'ليس عندنا نص بهذا الرقم. قد يكون موجودا: لا نجمع كل النصوص.',
	'law.search.situations': 'إذا وقع هذا',
	'law.search.nearest': 'ربما واحدة من هذه',
	'law.search.texts': 'نصوص تتكلم عن هذا',
	'law.search.none': 'لم نجد نصا بهذه الكلمات. لا بأس: ربما تشبه واحدة من هذه ما وقع.',
	'law.search.site': 'ماذا أفعل؟ البحث في النصائح',
	'law.search.in-law': 'ماذا يقول القانون؟',
	'law.search.only-law': 'البحث عن هذا في القانون',
} as const satisfies Record<string, string>
