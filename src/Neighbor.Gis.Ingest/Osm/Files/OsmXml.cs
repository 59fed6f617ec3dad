using System.Globalization;
using System.Xml;

namespace Neighbor.Gis.Ingest.Osm.Files;

/// <summary>Reads OpenStreetMap's XML (version 0.6, as the API, Overpass and JOSM write it).</summary>
internal static class OsmXml
{
    private const int ObjectsBetweenReports = 10_000;
    private const decimal NanodegreesInDegree = 1_000_000_000m;

    /// <summary>Reads every object of a document.</summary>
    /// <exception cref="OsmFileException">It is not well-formed, not OSM, or a value is not a number; with the line.</exception>
    public static void Read(
        Stream stream,
        string file,
        OsmObjectsBuilder objects,
        Action progress,
        CancellationToken cancellation
    )
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreWhitespace = true,
            IgnoreProcessingInstructions = true,
        };
        using var xml = XmlReader.Create(stream, settings);
        try
        {
            RequireRoot(xml, file);
            int seen = 0;
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.Depth != 1)
                {
                    continue;
                }

                ReadObject(xml, objects);
                if (++seen % ObjectsBetweenReports == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress();
                }
            }
        }
        catch (XmlException damage)
        {
            string what = $"the XML is damaged or cut off ({damage.Message.TrimEnd('.')}).";
            throw new OsmFileException(file, damage.LineNumber, what, damage, "line");
        }
        catch (FormatException damage)
        {
            throw new OsmFileException(file, ((IXmlLineInfo)xml).LineNumber, damage.Message, damage, "line");
        }
    }

    private static void RequireRoot(XmlReader xml, string file)
    {
        xml.MoveToContent();
        if (xml.Name != "osm")
        {
            string what =
                xml.Name == "osmChange"
                    ? "this is a file of changes (osmChange); apply it to an extract first."
                    : $"the root element is <{xml.Name}>, not <osm>.";
            throw new OsmFileException(file, ((IXmlLineInfo)xml).LineNumber, what, unit: "line");
        }
    }

    private static void ReadObject(XmlReader xml, OsmObjectsBuilder objects)
    {
        string kind = xml.Name;
        if (kind is not ("node" or "way" or "relation"))
        {
            return;
        }

        long id = Whole(xml, "id");
        bool isDeleted = xml.GetAttribute("visible") == "false" || xml.GetAttribute("action") == "delete";
        decimal? longitude = kind == "node" ? Degrees(xml, "lon") : null;
        decimal? latitude = kind == "node" ? Degrees(xml, "lat") : null;
        List<OsmMember> members = ReadInside(xml, kind, objects);

        if (isDeleted || (kind == "node" && (longitude is null || latitude is null)))
        {
            objects.Discard();
        }
        else if (kind == "node")
        {
            objects.Node(id, Nano(longitude!.Value), Nano(latitude!.Value));
        }
        else if (kind == "way")
        {
            objects.Way(id);
        }
        else
        {
            objects.Relation(id, members);
        }
    }

    private static List<OsmMember> ReadInside(XmlReader xml, string kind, OsmObjectsBuilder objects)
    {
        var members = new List<OsmMember>();
        if (xml.IsEmptyElement)
        {
            return members;
        }

        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == 1))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != 2)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "tag":
                    objects.Tag(objects.Text(Attribute(xml, "k")), objects.Text(Attribute(xml, "v")));
                    break;
                case "nd" when kind == "way":
                    objects.Ref(Whole(xml, "ref"));
                    break;
                case "member" when kind == "relation" && xml.GetAttribute("type") == "way":
                    members.Add(new OsmMember(Whole(xml, "ref"), objects.Text(xml.GetAttribute("role") ?? "")));
                    break;
                default:
                    break;
            }
        }

        return members;
    }

    private static long Nano(decimal degrees) => (long)(degrees * NanodegreesInDegree);

    private static string Attribute(XmlReader xml, string name) =>
        xml.GetAttribute(name) ?? throw new FormatException($"<{xml.Name}> has no {name}.");

    private static long Whole(XmlReader xml, string name)
    {
        string text = Attribute(xml, name);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new FormatException($"{name}=\"{text}\" of <{xml.Name}> is not a whole number.");
    }

    private static decimal? Degrees(XmlReader xml, string name)
    {
        string? text = xml.GetAttribute(name);
        if (text is null)
        {
            return null;
        }

        return
            decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal degrees)
            && Math.Abs(degrees) < 1000
            ? degrees
            : throw new FormatException($"{name}=\"{text}\" of <{xml.Name}> is not a number of degrees.");
    }
}
