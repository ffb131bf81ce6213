using Optimizer.Domain.Policies;
using YamlDotNet.RepresentationModel;

namespace Optimizer.Workflows.Definitions;

/// <summary>Makes the changes that a replay of recorded history needs in a definition and a policy; texts are YAML or JSON that was read without a problem.</summary>
public static class DefinitionChange
{
    private const string NoPolicy = "version: 1\nprofile: gtm-play\n";

    /// <summary>The KPI is measured by a recording, and primary KPIs that nothing measures are secondary: what is not there cannot be watched.</summary>
    /// <param name="document">The play.</param>
    /// <param name="kpi">Key of the KPI.</param>
    /// <param name="column">What the recording calls it.</param>
    public static string MeasuredBy(PlayDocument document, string kpi, string column)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Edit(document.Text, root =>
        {
            var untracked = document.Play.Primary.Where(each => each.Key != kpi && !each.Measure.IsTracked).Select(each => each.Key).ToList();
            foreach (var node in ((YamlSequenceNode)root.Children["kpis"]).OfType<YamlMappingNode>())
            {
                var key = ((YamlScalarNode)node.Children["key"]).Value!;
                if (untracked.Contains(key))
                {
                    node.Children["role"] = new YamlScalarNode("secondary");
                }

                if (key == kpi)
                {
                    node.Children["measure"] = new YamlMappingNode(
                        new YamlScalarNode("type"), new YamlScalarNode("external"),
                        new YamlScalarNode("source"), new YamlScalarNode("recording"),
                        new YamlScalarNode("name"), new YamlScalarNode(column) { Style = YamlDotNet.Core.ScalarStyle.DoubleQuoted });
                }
            }
        });
    }

    /// <summary>A policy under which plays begin at a level and never pass it; narrower scopes that allow less still hold.</summary>
    /// <param name="policy">Text; null for the built-in defaults.</param>
    /// <param name="level">The level.</param>
    public static string At(string? policy, Autonomy level) => Edit(policy ?? NoPolicy, root =>
    {
        if (!root.Children.TryGetValue("set", out var set) || set is not YamlMappingNode values)
        {
            root.Children["set"] = values = [];
        }

        var name = level.ToString().ToLowerInvariant();
        values.Children["autonomy.ceiling"] = new YamlScalarNode(name);
        values.Children["autonomy.start"] = new YamlScalarNode(name);
        values.Children["autonomy.skip_graduation"] = new YamlScalarNode("true");
    });

    private static string Edit(string text, Action<YamlMappingNode> change)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        change((YamlMappingNode)stream.Documents[0].RootNode);
        using var writer = new StringWriter { NewLine = "\n" };
        stream.Save(writer, assignAnchors: false);
        var written = writer.ToString().TrimEnd();
        return (written.EndsWith("...", StringComparison.Ordinal) ? written[..^3].TrimEnd() : written) + "\n";
    }
}
