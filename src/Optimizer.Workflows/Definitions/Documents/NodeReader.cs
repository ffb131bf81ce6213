using Optimizer.Workflows.Definitions.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Optimizer.Workflows.Definitions.Documents;

/// <summary>
/// Reads the values of one document. Its size, its depth and what aliases make of it are limited, so that no file can
/// take the process down with it.
/// </summary>
internal sealed class NodeReader
{
    /// <summary>Most characters of a document; the longest of 181 real plays has 13,000.</summary>
    public const int LongestDocument = 256 * 1024;

    /// <summary>Most groups and lists within one another; a play needs eight.</summary>
    public const int Deepest = 32;

    /// <summary>Most values of a document, those that aliases repeat counted every time.</summary>
    public const int MostValues = 20_000;

    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private readonly ProblemList _problems;
    private int _line = 1;

    private NodeReader(string text, ProblemList problems)
    {
        _parser = new(new Scanner(new StringReader(text), skipComments: true));
        _problems = problems;
    }

    /// <summary>The document's value; null when it cannot be read, and the problems say why.</summary>
    public static Node? Read(DocumentText document, ProblemList problems)
    {
        if (document.Text.Length > LongestDocument)
        {
            problems.Add(1, "", $"the document has {document.Text.Length} characters; at most {LongestDocument} are read");
            return null;
        }

        if (LoneSurrogate.LineOf(document.Text) is { } line)
        {
            problems.Add(line, "", "holds half of a character (a lone surrogate); save the file as UTF-8");
            return null;
        }

        var reader = new NodeReader(document.Text, problems);
        try
        {
            return reader.Document();
        }
        catch (UnreadableException fault)
        {
            problems.Add(fault.Line, "", fault.Message);
        }
        catch (YamlException fault)
        {
            problems.Add(LineOf(fault.Start), "", SyntaxText.Of(fault, document.Text));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The parser's own slips, such as on a word broken by a line end within braces: the text is at fault all the same.
            problems.Add(reader._line, "", "is not YAML somewhere behind this line: check brackets, braces and quotes");
        }

        return null;
    }

    private Node Document()
    {
        _parser.Consume<StreamStart>();
        _parser.Consume<DocumentStart>();
        var node = Value("", 0);
        _parser.Consume<DocumentEnd>();
        return _parser.Current is null || _parser.Accept<StreamEnd>(out _)
            ? node
            : throw new UnreadableException(LineOf(_parser.Current.Start), "something follows the end of the document; put '---' on a line of its own between two plays");
    }

    private Node Value(string path, int depth)
    {
        var start = _parser.Current ?? (_parser.MoveNext() ? _parser.Current! : throw new UnreadableException(1, "the document ends before its value"));
        var line = _line = LineOf(start.Start);
        if (depth > Deepest)
        {
            throw new UnreadableException(line, $"groups and lists stand more than {Deepest} deep within one another; a play needs eight");
        }

        if (start is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
        {
            throw new UnreadableException(line, $"the tag {Shown.Quote(tag.Value)} has no meaning in a definition; write the value alone, in quotes where it is text");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value.Value, out var meant)
                ? meant
                : throw new UnreadableException(line, $"the alias *{Shown.Cut(alias.Value.Value)} names no anchor that was written out before it");
        }

        Node node = _parser.TryConsume<YamlDotNet.Core.Events.Scalar>(out var scalar) ? One(scalar, line)
            : _parser.TryConsume<SequenceStart>(out _) ? Items(path, line, depth)
            : _parser.TryConsume<MappingStart>(out _) ? Fields(path, line, depth)
            : throw new UnreadableException(line, "a value is missing here");
        if (node.Size > MostValues)
        {
            throw new UnreadableException(line, $"more than {MostValues} values, those that aliases repeat counted every time");
        }

        if (start is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            _anchors[anchor.Value] = node;
        }

        return node;
    }

    private static Node.Scalar One(YamlDotNet.Core.Events.Scalar scalar, int line) => LoneSurrogate.LineOf(scalar.Value) is null
        ? new(line, scalar.Value, scalar.Style == ScalarStyle.Plain ? ScalarKinds.Of(scalar.Value) : ScalarKind.Text)
        : throw new UnreadableException(line, "an escape such as \\ud800 stands for half of a character; write both halves, or the character itself");

    private Node.List Items(string path, int line, int depth)
    {
        var items = new List<Node>();
        var size = 1L;
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value($"{path}[{items.Count}]", depth + 1));
            size += items[^1].Size;
        }

        return new(line, size, items);
    }

    private Node.Map Fields(string path, int line, int depth)
    {
        var entries = new Dictionary<string, Node.Entry>(StringComparer.Ordinal);
        var size = 1L;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(path, depth + 1) as Node.Scalar
                ?? throw new UnreadableException(line, "a field's name is a group or a list; it must be a word");
            var inner = path.Length == 0 ? key.Text : $"{path}.{key.Text}";
            var value = Value(inner, depth + 1);
            size += value.Size + 1;
            if (!entries.TryAdd(key.Text, new(key.Text, key.Line, value)))
            {
                _problems.Add(key.Line, inner, $"stands twice; the first is on line {_problems.LineInFile(entries[key.Text].Line)}. Keep one of them");
            }
        }

        return new(line, size, [.. entries.Values]);
    }

    private static int LineOf(Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);
}
