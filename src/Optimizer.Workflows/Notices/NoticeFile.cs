using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Notices;

/// <summary>The file that says who is told: YAML or JSON, one document.</summary>
/// <param name="Settings">Null when something is wrong.</param>
/// <param name="Problems">What.</param>
public sealed record NoticeFile(NoticeSettings? Settings, IReadOnlyList<DefinitionProblem> Problems)
{
    /// <summary>Its name in a data directory.</summary>
    public const string FileName = "notifications.yaml";

    /// <summary>Reads all of it or nothing; no text makes it throw.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="file">Its name, for messages.</param>
    public static NoticeFile Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var documents = DocumentText.Split(text);
        if (documents is not [var document])
        {
            return new(null, [documents.Count == 0
                ? new(file, 1, "", "says nothing; leave the file out for the defaults, or name at least one sink")
                : new(file, documents[1].FirstLine, "", "a second document begins here; these settings are one document")]);
        }

        var problems = new ProblemList(file, document.FirstLine);
        var settings = NodeReader.Read(document, problems) is { } node ? NoticeSettingsReader.Read(new(node, node.Line, "", problems)) : null;
        return problems.IsEmpty && settings is not null ? new(settings, []) : new(null, problems.Found);
    }
}
