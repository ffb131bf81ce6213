namespace Optimizer.Workflows.Definitions.Documents;

/// <summary>A value of a document, and where it stands.</summary>
/// <param name="Line">Line within the document, from 1.</param>
/// <param name="Size">Values in it, itself included; one that is used again by an alias counts every time.</param>
internal abstract record Node(int Line, long Size)
{
    /// <summary>Fields in the order of the file; a key that stands twice is here once, the first time.</summary>
    public sealed record Map(int Line, long Size, IReadOnlyList<Entry> Entries) : Node(Line, Size);

    public sealed record List(int Line, long Size, IReadOnlyList<Node> Items) : Node(Line, Size);

    /// <param name="Line">As above.</param>
    /// <param name="Text">The text without quotes.</param>
    /// <param name="Kind">What an unquoted text stands for; quoted it is text.</param>
    public sealed record Scalar(int Line, string Text, ScalarKind Kind) : Node(Line, 1);

    /// <param name="Key">The field's name.</param>
    /// <param name="Line">Where the name stands.</param>
    /// <param name="Value">What it is set to.</param>
    internal sealed record Entry(string Key, int Line, Node Value);
}
