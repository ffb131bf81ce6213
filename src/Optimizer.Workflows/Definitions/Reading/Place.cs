using System.Globalization;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Documents;

namespace Optimizer.Workflows.Definitions.Reading;

/// <summary>
/// One place of a document. Everything read from it is null when it is absent or wrong; what is wrong is said once, in the
/// problems, and a document with problems gives no play, so nobody meets the null.
/// </summary>
/// <param name="Node">What stands there; null when nothing does.</param>
/// <param name="Line">Where it stands, or should.</param>
/// <param name="Path">Such as kpis[0].measure.type.</param>
/// <param name="Problems">Of the document.</param>
internal sealed record Place(Node? Node, int Line, string Path, ProblemList Problems)
{
    // Text in one line that a person reads.
    private const int LongestText = 300;

    // Ten years: longer windows are slips, and days stay within the calendar.
    private const int LongestSpanDays = 3660;

    private static readonly WordList<SpanUnit> SpanUnits = WordList.Named<SpanUnit>();

    public void Refuse(string problem) => Problems.Add(Line, Path, problem);

    /// <summary>One line of text that is not blank.</summary>
    public string? Text()
    {
        if (Written("text") is not { } text)
        {
            return null;
        }

        if (text.Any(char.IsControl) || text.Length > LongestText)
        {
            Refuse($"is {(text.Length > LongestText ? $"{text.Length} characters long" : "more than one line")}; must be one line of at most {LongestText} characters");
            return null;
        }

        return text;
    }

    /// <summary>Text of any length, not blank.</summary>
    public string? LongText() => Written("text");

    /// <summary>A name that must be of a certain form.</summary>
    /// <param name="isRight">Whether it is.</param>
    /// <param name="form">The form in words.</param>
    public string? Name(Func<string, bool> isRight, string form)
    {
        if (Text() is not { } name)
        {
            return null;
        }

        if (isRight(name))
        {
            return name;
        }

        Refuse($"is {Shown.Quote(name)}; must be {form}");
        return null;
    }

    /// <summary>One of the words allowed.</summary>
    public T? Word<T>(WordList<T> words)
        where T : struct
    {
        if (Node is null)
        {
            return null;
        }

        if (Node is Node.Scalar { Kind: ScalarKind.Text } scalar && words.Find(scalar.Text) is { } meaning)
        {
            return meaning;
        }

        var meant = Node is Node.Scalar { Kind: ScalarKind.Text } near ? Nearest.Of(near.Text, words.Words.Select(each => each.Word)) : null;
        Refuse($"is {Shown.Value(Node)}; must be {words.Sentence}{(meant is null ? "" : $". Did you mean {meant}?")}");
        return null;
    }

    /// <summary>One of the words allowed, as it is written.</summary>
    public string? OneOf(params string[] words) =>
        Word(new WordList<int>([.. words.Select((word, place) => (word, place))])) is { } place ? words[place] : null;

    public bool? Flag()
    {
        if (Node is null or Node.Scalar { Kind: ScalarKind.True or ScalarKind.False })
        {
            return Node is null ? null : Node is Node.Scalar { Kind: ScalarKind.True };
        }

        Refuse($"is {Shown.Value(Node)}; must be true or false");
        return null;
    }

    /// <summary>A finite number within limits, both included.</summary>
    /// <param name="least">Smallest allowed.</param>
    /// <param name="most">Largest allowed.</param>
    /// <param name="form">What it must be, in words.</param>
    public double? Number(double least = double.MinValue, double most = double.MaxValue, string form = "a number such as 10 or 2.5, without quotes or a sign of its unit")
    {
        if (Node is null)
        {
            return null;
        }

        if (Node is Node.Scalar { Kind: ScalarKind.Number } scalar
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse($"is {Shown.Value(Node)}; must be {form}");
        return null;
    }

    /// <summary>A whole number within limits, both included; 3.0 is one, as in JSON.</summary>
    public int? Whole(int least, int most)
    {
        var form = most == int.MaxValue ? $"a whole number of at least {least}" : $"a whole number from {least} to {most}";
        if (Number(least, most, form) is not { } number)
        {
            return null;
        }

        if (number == Math.Floor(number))
        {
            return (int)number;
        }

        Refuse($"is {Shown.Value(Node!)}; must be {form}");
        return null;
    }

    /// <summary>A list; what is wrong in an item is said of the item.</summary>
    /// <param name="read">Reads an item.</param>
    /// <param name="least">Fewest items.</param>
    public IReadOnlyList<T>? Items<T>(Func<Place, T?> read, int least = 0)
        where T : class
    {
        if (Node is null)
        {
            return null;
        }

        if (Node is not Node.List list)
        {
            Refuse($"is {Shown.Value(Node)}; must be a list, as in [one, two]");
            return null;
        }

        if (list.Items.Count < least)
        {
            Refuse($"has {list.Items.Count} items; must have at least {least}");
        }

        return [.. list.Items.Select((item, i) => read(new(item, item.Line, $"{Path}[{i}]", Problems))).OfType<T>()];
    }

    /// <summary>A list of words out of those allowed.</summary>
    public IReadOnlyList<T>? Words<T>(WordList<T> words)
        where T : struct =>
        Items<object>(item => item.Word(words), 1) is { } found ? [.. found.Cast<T>()] : null;

    /// <summary>A group of fields; unknown ones are refused here.</summary>
    public Fields? Fields(params string[] known)
    {
        if (Node is null or Node.Map)
        {
            return Node is Node.Map map ? new(map, Path, Problems, known) : null;
        }

        Refuse($"is {Shown.Value(Node)}; must be a group of fields: {string.Join(", ", known)}");
        return null;
    }

    /// <summary>n and unit.</summary>
    /// <param name="cycle">What a cycle of the play is, for the limit.</param>
    public Span? Span(Cycle? cycle = null)
    {
        if (Fields("n", "unit") is not { } fields)
        {
            return null;
        }

        var n = fields.Need("n", "how many, such as 2").Whole(1, LongestSpanDays * 24);
        var unit = fields.Need("unit", SpanUnits.Sentence).Word(SpanUnits);
        if (n is null || unit is null)
        {
            return null;
        }

        // First without the units, so that nothing overflows.
        if ((unit != SpanUnit.Hour && n > LongestSpanDays) || new Span(n.Value, unit.Value).Days(cycle) > LongestSpanDays)
        {
            Refuse($"is {n} times {JsonNames.Of(unit.Value)}; must be at most ten years");
            return null;
        }

        return new(n.Value, unit.Value);
    }

    /// <summary>Whatever stands there, as JSON; null when nothing does or it is null.</summary>
    public string? Json() => Node is null or Node.Scalar { Kind: ScalarKind.Null } ? null : NodeJson.Of(Node);

    private string? Written(string what)
    {
        if (Node is null)
        {
            return null;
        }

        if (Node is not Node.Scalar { Kind: ScalarKind.Text } scalar)
        {
            Refuse(Node is Node.Scalar { Kind: not ScalarKind.Null } other
                ? $"is {Shown.Value(Node)}, which is no text; put it in quotes: \"{Shown.Cut(other.Text)}\""
                : $"is {Shown.Value(Node)}; must be {what}, or be left out where it is not needed");
            return null;
        }

        if (string.IsNullOrWhiteSpace(scalar.Text))
        {
            Refuse($"is blank; must be {what}");
            return null;
        }

        return scalar.Text;
    }
}
