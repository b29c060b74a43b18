// Reads GIFT texts, a JSON list on the standard input, and prints what each holds, or why it is refused.
const { parse } = require("gift-pegjs");

const read = (text) => {
  try {
    return { questions: parse(text) };
  } catch (error) {
    return { error: error.message };
  }
};
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(read)));
