namespace Optimizer.Workflows.Definitions.Documents;

/// <summary>Finds half of a character, which no file in UTF-8 can hold and no JSON can write.</summary>
internal static class LoneSurrogate
{
    /// <summary>Line of the first, from 1; null when there is none.</summary>
    public static int? LineOf(string text)
    {
        var line = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
            }
            else if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return line;
            }
        }

        return null;
    }
}
