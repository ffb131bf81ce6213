using System.Text.Json;

namespace Optimizer.Workflows.Definitions.Reading;

/// <summary>The words that a field allows, and what each stands for.</summary>
internal sealed record WordList<T>(IReadOnlyList<(string Word, T Meaning)> Words)
    where T : struct
{
    public string Sentence { get; } = Shown.Either([.. Words.Select(each => each.Word)]);

    public T? Find(string word)
    {
        foreach (var each in Words)
        {
            if (each.Word == word)
            {
                return each.Meaning;
            }
        }

        return null;
    }
}

/// <summary>Makes word lists.</summary>
internal static class WordList
{
    /// <summary>The names of an enum as files write them: CostPer is cost_per.</summary>
    public static WordList<T> Named<T>(params T[] only)
        where T : struct, Enum =>
        new([.. (only.Length > 0 ? only : Enum.GetValues<T>()).Select(each => (JsonNamingPolicy.SnakeCaseLower.ConvertName(each.ToString()), each))]);
}
