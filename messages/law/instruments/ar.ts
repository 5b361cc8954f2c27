/** Words of the pages of texts and articles and of the ways into them, in Arabic: the list that every language answers. */
export const instruments = {
	'law.instrument.today': 'اليوم، {day}:',
	'law.hub.more': 'للتعمق أكثر',
	'law.hub.gaps': 'سطرا سطرا: ما هو مشمول، وما ينقص، وما قد يسد النقص.',
	'law.hub.compare': 'مقارنة بين الاتفاقيات',
	'law.hub.compare.text': 'الواجب نفسه، وكيف تصوغه كل اتفاقية.',
	'law.hub.on': 'باختيار يوم، نرى ما كان ساري المفعول فيه حسب سجلاتنا.',
	'law.hub.questions': 'ما لا يحسمه إلا أهل القانون. ربما الجواب عندك؟',
	'law.hub.study': 'الجداول والمنهج والمصادر والأسئلة، بالعربية والفرنسية.',
	'law.hub.data': 'كل السجلات في ملفات يعاد استعمالها بحرية، برخصتها وطريقة الاستشهاد بها.',
	'law.hub.figures': 'بالأرقام',
	'law.hub.figures.instruments': 'نصوص',
	'law.hub.figures.provisions': 'فصول ومواد',
	'law.hub.figures.mappings': 'مقارنات مع الاتفاقيات',
	'law.hub.figures.sources': 'مصادر',
} as const satisfies Record<string, string>
