using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows.Instances;

namespace Optimizer.Standalone.Commands;

/// <summary><c>engine list</c>: instances, one a row.</summary>
internal static class EngineListCommand
{
    private const int MostOnPage = 1000;
    private const int UsualOnPage = 50;

    public static Command Build(EngineSource source)
    {
        var state = new Option<RunState[]?>("--state")
        {
            Description = $"Only this state; may be given again. One of {string.Join(", ", Enum.GetValues<RunState>().Select(JsonValues.Name))}.",
            HelpName = "STATE",
            CustomParser = ParseStates,
        };
        var workflow = new Option<string?>("--workflow") { Description = "Only this workflow.", HelpName = "NAME" };
        var prefix = new Option<string?>("--prefix") { Description = "Only ids that begin so.", HelpName = "TEXT" };
        var tags = new Option<Dictionary<string, string>?>("--tag")
        {
            Description = "Only those with this tag; may be given again.",
            HelpName = "KEY=VALUE",
            CustomParser = ParseTags,
        };
        var limit = new Option<int>("--limit")
        {
            Description = $"Most instances to show, 1 to {MostOnPage}.",
            HelpName = "N",
            DefaultValueFactory = _ => UsualOnPage,
            CustomParser = ParseLimit,
        };
        var after = new Option<string?>("--after") { Description = "Where the page begins, as the page before says.", HelpName = "PLACE" };
        var command = new Command("list", "Lists instances in the order of their creation.") { state, workflow, prefix, tags, limit, after };
        source.Ask(command, async (parsed, view, cancellationToken) =>
        {
            var query = new InstanceQuery
            {
                States = parsed.GetValue(state) is { Length: > 0 } states ? states : null,
                Workflow = parsed.GetValue(workflow),
                IdPrefix = parsed.GetValue(prefix),
                Tags = parsed.GetValue(tags),
                PageSize = parsed.GetValue(limit),
                After = parsed.GetValue(after),
            };
            var page = await view.ListAsync(query, cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(EngineJson.Of(view.File, page));
            }
            else
            {
                var isFiltered = query is not { States: null, Workflow: null, IdPrefix: null, Tags: null, After: null };
                ListPage.Write(source.Terminal.Console(), page, isFiltered, source.Now);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static RunState[]? ParseStates(ArgumentResult given)
    {
        var states = new List<RunState>();
        foreach (var token in given.Tokens)
        {
            var known = Enum.GetValues<RunState>().Where(state => string.Equals(JsonValues.Name(state), token.Value, StringComparison.OrdinalIgnoreCase)).ToList();
            if (known.Count == 0)
            {
                given.AddError($"--state must be one of {string.Join(", ", Enum.GetValues<RunState>().Select(JsonValues.Name))}, not '{Plain.Text(token.Value)}'.");
                return null;
            }

            states.AddRange(known);
        }

        return [.. states];
    }

    private static Dictionary<string, string>? ParseTags(ArgumentResult given)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in given.Tokens)
        {
            var at = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || !tags.TryAdd(token.Value[..at], token.Value[(at + 1)..]))
            {
                given.AddError($"--tag must be key=value, each key once, not '{Plain.Text(token.Value)}'.");
                return null;
            }
        }

        return tags;
    }

    private static int ParseLimit(ArgumentResult given)
    {
        if (!int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > MostOnPage)
        {
            given.AddError($"--limit must be 1 to {MostOnPage}, not '{Plain.Text(given.Tokens[0].Value)}'.");
            return UsualOnPage;
        }

        return limit;
    }
}
