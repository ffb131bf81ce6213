using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;
using Optimizer.Workflows.Definitions.Sections;

namespace Optimizer.Workflows.Definitions;

/// <summary>A file of play definitions: YAML, several documents or one, or JSON.</summary>
/// <param name="Plays">Those that are right.</param>
/// <param name="Problems">What is wrong with the others; nothing is guessed.</param>
public sealed record PlayFile(IReadOnlyList<PlayDocument> Plays, IReadOnlyList<DefinitionProblem> Problems)
{
    /// <summary>Reads every document of a file. A document with a problem gives no play and hides no other; no text makes it throw.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="file">Its name, for messages.</param>
    public static PlayFile Read(string text, string file)
    {
        var plays = new List<PlayDocument>();
        var problems = new List<DefinitionProblem>();
        var documents = DocumentText.Split(text);
        if (documents.Count == 0)
        {
            problems.Add(new(file, 1, "", "holds no play; needs at least one document with slug, name, kpis and the other fields"));
        }

        foreach (var document in documents)
        {
            var found = new ProblemList(file, document.FirstLine);
            var node = NodeReader.Read(document, found);
            if (node is not null && PlayReader.Read(node, found) is { } play)
            {
                Add(plays, new(play, document.Text, document.FirstLine), found, LineOfSlug(node));
            }

            problems.AddRange(found.Found);
        }

        return new(plays, problems);
    }

    // The first of two stays: the second is most often a copy whose slug was not changed yet.
    private static void Add(List<PlayDocument> plays, PlayDocument document, ProblemList problems, int slugLine)
    {
        if (plays.Find(other => other.Play.Slug == document.Play.Slug) is { } other)
        {
            problems.Add(slugLine, "slug", $"is '{document.Play.Slug}', as of the play that begins on line {other.Line}; each play must have another");
            return;
        }

        plays.Add(document);
    }

    private static int LineOfSlug(Node node) => ((Node.Map)node).Entries.First(entry => entry.Key == "slug").Line;
}
