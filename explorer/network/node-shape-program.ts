import { NodePointProgram } from 'sigma/rendering';
import type { NodeDisplayData } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { entityKinds } from '../../src/model/ontology.js';
import { shapes } from '../kind-shapes.js';
import type { DrawnEdge, DrawnNode } from './network-graph.js';

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_corners;
attribute float a_turn;

uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;

varying vec4 v_color;
varying float v_pixel;
varying float v_corners;
varying float v_turn;

const float bias = 255.0 / 254.0;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  gl_PointSize = a_size / u_sizeRatio * u_pixelRatio * 2.0;
  v_pixel = 2.0 / gl_PointSize;
  v_corners = a_corners;
  v_turn = a_turn;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

/** Distance to the edge of a regular polygon: the angle is folded into that of one side. */
const fragmentShader = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying float v_pixel;
varying float v_corners;
varying float v_turn;

const float pi = 3.141592653589793;

void main() {
  vec2 at = gl_PointCoord * 2.0 - 1.0;
  float inside = 1.0 - length(at);
  if (v_corners > 0.0) {
    float side = 2.0 * pi / v_corners;
    float angle = atan(at.y, at.x) - 2.0 * pi * v_turn - side / 2.0;
    inside = cos(side / 2.0) - cos(angle - side * floor(0.5 + angle / side)) * length(at);
  }
  #ifdef PICKING_MODE
  if (inside < 0.0) discard;
  gl_FragColor = v_color;
  #else
  gl_FragColor = mix(vec4(0.0), v_color, smoothstep(0.0, v_pixel * 1.5, inside));
  #endif
}`;

const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;

/** Sigma's quickest program, one point for each node, that draws the shape of the node's kind. */
export class NodeShapeProgram extends NodePointProgram<DrawnNode, DrawnEdge> {
  override getDefinition(): ReturnType<NodePointProgram['getDefinition']> {
    return {
      ...super.getDefinition(),
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_corners', size: 1, type: FLOAT },
        { name: 'a_turn', size: 1, type: FLOAT },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
    const { corners, turn, scale } = shapes[entityKinds[(data as NodeDisplayData & DrawnNode).kind].shape];
    let at = startIndex;
    for (const value of [data.x, data.y, data.size * scale, floatColor(data.color), corners, turn, nodeIndex]) {
      this.array[at++] = value;
    }
  }
}
