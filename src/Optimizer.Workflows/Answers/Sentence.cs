namespace Optimizer.Workflows.Answers;

/// <summary>One line of an answer with the records that it rests on.</summary>
/// <param name="Text">Without its citations.</param>
/// <param name="Cited">Empty for what no record says, such as that there is none.</param>
/// <param name="IsItem">Whether it is an item of the line above.</param>
internal sealed record Sentence(string Text, IReadOnlyList<Citation> Cited, bool IsItem)
{
    public override string ToString() => $"{(IsItem ? "- " : "")}{Text}{string.Concat(Cited.Select(cited => $" [{cited.Id}]"))}";
}
