'use strict';
// Reads ESC/POS jobs with npos, a foreign interpreter. In on stdin: a JSON list of base64 jobs.
// Out on stdout: for each job {error} or {commands: [[name, function, base64]], text: base64,
// pictures: [{width, height, dots}]}, where `dots` is a string of 0 (paper) and 1 (ink).
//
// npos 0.1.19 has no rule for the two-dimensional codes of GS ( k; it gets the one of Epson's
// reference: two bytes of length, then as many of data.

const rules = require('npos/lib/parser/rules');
const ruler = require('npos/lib/parser/ruler');
const Parser = require('npos/lib/parser');
const raster = require('npos/lib/codecs/raster');

rules[0x1d]['(k'] = [0, 'd16'];
const parser = new Parser(ruler.normalize(rules));

function picture(raw, node) {
  const image = raster.decode(raw, [{ offset: node.offset }]);
  let dots = '';
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      dots += image.getPixel(x, y) === 0 ? '1' : '0';
    }
  }
  return { width: image.width, height: image.height, dots };
}

function read(job) {
  const raw = Buffer.from(job, 'base64');
  const found = parser.analyze(raw);
  if (found.error) return { error: found.error.message };
  const bytes = (node) => raw.slice(node.offset, node.offset + node.length);
  const commands = found.tree.filter((node) => node.ascii !== 'STX');
  const words = found.tree.filter((node) => node.ascii === 'STX');
  return {
    commands: commands.map((node) => [node.ascii, node.fn || '', bytes(node).toString('base64')]),
    text: Buffer.concat(words.map(bytes)).toString('base64'),
    pictures: commands.filter((node) => node.fn === 'v0').map((node) => picture(raw, node)),
  };
}

let input = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (chunk) => { input += chunk; });
process.stdin.on('end', () => {
  process.stdout.write(JSON.stringify(JSON.parse(input).map(read)));
});
