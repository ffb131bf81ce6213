using System.Text;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Reports;

/// <summary>One line of a page as console markup: bold and code are shown so, a link by its label, an escape as its sign.</summary>
internal static class MarkdownInline
{
    public static string Markup(string line)
    {
        var markup = new StringBuilder(line.Length + 16);
        var bold = false;
        for (var i = 0; i < line.Length; i++)
        {
            var rest = line.AsSpan(i);
            if (line[i] == '\\' && i + 1 < line.Length && char.IsAscii(line[i + 1]) && !char.IsLetterOrDigit(line[i + 1]))
            {
                Say(line[++i].ToString());
            }
            else if (rest.StartsWith("**"))
            {
                markup.Append(bold ? "[/]" : "[bold]");
                bold = !bold;
                i++;
            }
            else if (line[i] == '`' && line.IndexOf('`', i + 1) is > 0 and var close)
            {
                markup.Append("[aqua]");
                Say(line[(i + 1)..close]);
                markup.Append("[/]");
                i = close;
            }
            else if (line[i] == '[' && line.IndexOf("](", i, StringComparison.Ordinal) is > 0 and var label && line.IndexOf(')', label) is > 0 and var end)
            {
                markup.Append("[underline]").Append(Markup(line[(i + 1)..label])).Append("[/]");
                i = end;
            }
            else if (char.IsSurrogatePair(line, i))
            {
                Say(line.Substring(i++, 2));
            }
            else
            {
                Say(line[i].ToString());
            }
        }

        return markup.Append(bold ? "[/]" : "").ToString();

        void Say(string text) => markup.Append(Plain.Markup(text));
    }
}
