// A DynamoDB-compatible engine for the tests: in memory, on loopback, its port on the first line of its output.
// It ends when its standard input does, so that it never outlives the tests.
const path = require('node:path');
const dynalite = require(path.join(__dirname, '../../tools/node/node_modules/dynalite'));

const server = dynalite({createTableMs: 0, updateTableMs: 0, deleteTableMs: 0});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
